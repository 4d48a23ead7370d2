import { expect, test } from "vitest";
import { canGoWith } from "../../../../widget/trainer/relations/canGoWith.ts";

const phone = {
  title: "Phone",
  price: 10_000,
  attributes: { model: "A9" },
  variants: [{ id: "v", options: { memory: "128 GB" }, price: 12_000 }],
};

test.each([
  ["fits the product", { fits: { model: ["A9", "A8"] } }, true],
  ["fits one of its variants", { fits: { memory: ["128 GB"] } }, true],
  ["fits by something the catalogue does not say of the product", { fits: { mount: ["E"] } }, true],
  ["fits another model", { fits: { model: ["A8"] } }, false],
  ["costs a little more than the dearest variant", { price: 13_000 }, true],
  ["costs far more", { price: 19_000 }, false],
  ["has no price", {}, true],
])("an add-on that %s", (_, addOn, expected) => {
  expect(canGoWith({ title: "x", ...addOn }, phone)).toBe(expected);
});
