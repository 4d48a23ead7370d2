import { expect, test } from "vitest";
import { modelCandidates } from "../../../../widget/browser/model/modelCandidates.ts";
import { popularCandidates } from "../../../../widget/browser/model/popularCandidates.ts";
import type { Head } from "../../../../widget/types/model.ts";
import { aModelPart } from "../../../support/aModelPart.ts";

const cards = Object.fromEntries(["phone", "case", "bag", "lamp", "pro"].map((id) => [id, { title: id }]));
const part = aModelPart({
  cards,
  entries: {
    phone: {
      with: [
        ["case", 50, 9],
        ["bag", -40, 9],
      ],
      instead: [{ id: "pro", score: 127, differences: [] }],
    },
  },
});
const popular = [{ kind: "popular" }];
const found = (best: Head["best"]) =>
  popularCandidates(part, { best, cards: {} }, modelCandidates(part, [{ for: { line: "1" }, product: "phone" }]));

test("the head's products go with nothing, behind what goes with something", () => {
  expect(found([["lamp", 127]])).toMatchObject([
    { product: { id: "pro" }, kind: "up-sell" },
    { product: { id: "case" }, goesWith: [{ line: "1" }], because: [] },
    { product: { id: "lamp" }, kind: "cross-sell", source: "model", score: 0, goesWith: [], because: popular },
    { product: { id: "bag" }, goesWith: [], because: [] },
  ]);
});

test("a product that stands beside the cart already is proposed once, as popular only where nothing speaks for it", () => {
  const cross = found([
    ["case", 90],
    ["bag", 90],
  ]).filter(({ kind }) => kind === "cross-sell");
  expect(cross.map(({ product, because }) => [product.id, because])).toEqual([
    ["case", []],
    ["bag", popular],
  ]);
});

test("a better alternative may be popular too", () => {
  expect(found([["pro", 9]]).filter(({ product }) => product.id === "pro")).toMatchObject([
    { kind: "up-sell" },
    { kind: "cross-sell", because: popular },
  ]);
});

test("equally popular products stand in the order of their ids, and one without a card is left out", () => {
  const best: Head["best"] = [
    ["phone", 5],
    ["unknown", 90],
    ["pro", 6],
    ["lamp", 5],
  ];
  expect(popularCandidates(part, { best, cards: {} }, []).map(({ product }) => product.id)).toEqual(["pro", "lamp", "phone"]);
});
