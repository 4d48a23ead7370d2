import { expect, it } from "vitest";
import { clientOf } from "../../../../widget/collector/doors/clientOf.ts";

it.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::9", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["2001:db8:1:2:3:4:5::", "2001:db8:1:2"],
  ["unknown", "unknown"],
])("row 140: %s counts as %s", (address, client) => {
  expect(clientOf(address)).toBe(client);
});
