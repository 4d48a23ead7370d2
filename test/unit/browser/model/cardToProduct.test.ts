import { expect, test } from "vitest";
import { cardToProduct } from "../../../../widget/browser/model/cardToProduct.ts";

test("a card's sums become money and its rating a value with a count", () => {
  const product = cardToProduct(
    "case",
    {
      title: "Case",
      price: 1990,
      rating: [4.5, 12],
      variants: [
        { id: "v1", options: { color: "red" }, price: 2090 },
        { id: "v2", options: {}, available: false },
      ],
    },
    "EUR",
  );
  expect(product).toEqual({
    id: "case",
    title: "Case",
    price: { minor: 1990, currency: "EUR" },
    rating: { value: 4.5, count: 12 },
    variants: [
      { id: "v1", options: { color: "red" }, price: { minor: 2090, currency: "EUR" } },
      { id: "v2", options: {}, available: false },
    ],
  });
});

test("what a card does not say stays unknown", () => {
  expect(cardToProduct("x", { title: "x" }, "EUR")).toEqual({ id: "x", title: "x" });
});

test("a card without a price keeps what eligibility needs", () => {
  const rules = {
    fits: { model: ["A"] },
    requires: { mount: ["E"] },
    oneOf: { sim: ["x"] },
    kind: "service",
    per: "line",
    excludes: ["w2"],
    above: 500,
    available: false,
  } as const;
  expect(cardToProduct("w1", { title: "Warranty", ...rules }, "EUR")).toEqual({ id: "w1", title: "Warranty", ...rules });
});
