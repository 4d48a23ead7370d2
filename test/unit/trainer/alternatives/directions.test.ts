import { expect, test } from "vitest";
import { createDirections } from "../../../../widget/trainer/alternatives/directions.ts";

test.each([
  ["Memory", 1],
  ["internal memory (GB)", 1],
  ["Weight", -1],
  ["weight capacity", 1],
  ["power", 1],
  ["power consumption", -1],
  ["colour", 0],
  ["toString", 0],
])("of %j the direction is %d", (attribute, direction) => {
  expect(createDirections()(attribute)).toBe(direction);
});

test("the merchant's word counts before the table, however short it is", () => {
  const directionOf = createDirections({ size: "less", "power consumption": "none", Finish: "more" });
  expect(["screen size", "power consumption", "finish", "memory"].map(directionOf)).toEqual([-1, 0, 1, 1]);
});
