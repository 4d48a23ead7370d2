import { expect, test } from "vitest";
import { findAlike } from "../../../../widget/trainer/relations/findAlike.ts";
import { anItem } from "../../../support/anItem.ts";

const shirts = [
  anItem("red", { title: "Organic cotton shirt red", categories: ["Shirts"] }),
  anItem("blue", { title: "Organic cotton shirt blue", categories: ["Shirts"] }),
  anItem("silk", { title: "Silk blouse white", categories: ["Shirts"] }),
  anItem("towel", { title: "Organic cotton towel red", categories: ["Towels"] }),
];

test("a new colour is like the colour that is known, and not like what is of another category", () => {
  expect(findAlike(shirts, [0], [1, 2, 3]).get(0)).toEqual([{ at: 1, likeness: expect.closeTo(0.6, 0) }]);
});

test("a case for one model is not like the case for another, however alike their names are", () => {
  const cases = ["Aster 9", "Aster 10"].map((model) => anItem(model, { title: `Clear soft case for ${model} 2 m`, categories: ["Cases"] }));
  expect(findAlike(cases, [0], [1]).size).toBe(0);
});

test("a measure in the name does not tell models apart", () => {
  const cables = ["1 m", "2m"].map((length) => anItem(length, { title: `Braided USB charging cable ${length}`, categories: ["Cables"] }));
  expect(findAlike(cables, [0], [1]).get(0)?.[0]?.at).toBe(1);
});
