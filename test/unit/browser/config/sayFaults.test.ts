import { afterEach, expect, it, vi } from "vitest";
import { ruleFields } from "../../../../widget/browser/config/ruleFields.ts";
import { sayFaults } from "../../../../widget/browser/config/sayFaults.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

it("says every fault with its path and remedy", () => {
  const info = vi.spyOn(console, "info").mockReturnValue();
  sayFaults({ priceBand: 0, shp: "x", rules: 3 });
  sayFaults([{ from: 1 }], ruleFields, "rules");
  sayFaults("x");
  expect(info.mock.calls.flat()).toEqual([
    "goeswith: priceBand has a wrong value. Write 1 to 10.",
    "goeswith: shp is not a known key. Correct or remove it.",
    "goeswith: rules[0].from has a wrong value. Write an object.",
    "goeswith: configuration has a wrong value. Write an object.",
  ]);
});
