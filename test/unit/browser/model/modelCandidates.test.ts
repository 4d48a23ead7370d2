import { expect, test } from "vitest";
import { modelCandidates } from "../../../../widget/browser/model/modelCandidates.ts";
import { aModelPart } from "../../../support/aModelPart.ts";

const better = [{ attribute: "memory", from: "128 GB", to: "256 GB", better: true }];
const cards = Object.fromEntries(["phone", "case", "cable", "bag", "pro", "strap"].map((id) => [id, { title: id }]));
const line = (key: string) => ({ line: key });

test("an add-on goes with every line whose product speaks for it, strongest first", () => {
  const part = aModelPart({ cards, entries: { phone: { with: [["cable", 50, 9]] }, watch: { with: [["cable", 90, 9, 40]] } } });
  const seeds = [
    { for: line("1"), product: "phone" },
    { for: line("2"), product: "watch" },
    { for: line("3"), product: "phone" },
  ];
  const [cable] = modelCandidates(part, seeds);
  expect(cable).toMatchObject({
    kind: "cross-sell",
    source: "model",
    goesWith: [line("2"), line("1"), line("3")],
    because: [{ kind: "together", share: 0.4 }],
  });
});

test("what no seed speaks for goes with nothing", () => {
  const part = aModelPart({ cards, entries: { phone: { with: [["bag", -40, 9]] } } });
  expect(modelCandidates(part, [{ for: line("1"), product: "phone" }])).toMatchObject([{ goesWith: [], because: [] }]);
});

test("a named accessory says so", () => {
  const part = aModelPart({ cards, entries: { phone: { with: [["case", 0, 9, "catalogue"]] } } });
  expect(modelCandidates(part, [{ for: line("1"), product: "phone" }])).toMatchObject([
    { goesWith: [line("1")], because: [{ kind: "catalogue" }] },
  ]);
});

test("products without a card are left out", () => {
  const part = aModelPart({
    cards: {},
    entries: { phone: { with: [["case", 50, 9]], instead: [{ id: "pro", score: 127, differences: better }] } },
  });
  expect(modelCandidates(part, [{ for: line("1"), product: "phone" }])).toEqual([]);
});

test("an alternative stands for each line of the product, with what is better", () => {
  const part = aModelPart({
    cards,
    entries: {
      phone: {
        instead: [
          { id: "pro", score: 127, differences: better },
          { id: "bag", score: 1, differences: [], catalogue: true },
        ],
      },
    },
  });
  const found = modelCandidates(part, [
    { for: line("1"), product: "phone" },
    { for: line("2"), product: "phone" },
  ]);
  expect(found.map((one) => [one.product.id, one.kind === "up-sell" && one.insteadOf, one.because])).toEqual([
    ["pro", line("1"), [{ kind: "better", differences: better }]],
    ["pro", line("2"), [{ kind: "better", differences: better }]],
    ["bag", line("1"), [{ kind: "catalogue" }]],
    ["bag", line("2"), [{ kind: "catalogue" }]],
  ]);
});

test("a better variant is offered only in place of the variant it is better than", () => {
  const part = aModelPart({
    cards,
    entries: { phone: { instead: [{ id: "phone", of: "p128", variant: "p256", score: 127, differences: better }] } },
  });
  expect(modelCandidates(part, [{ for: line("1"), product: "phone", variant: "p128" }])).toMatchObject([
    { kind: "up-sell", variant: "p256", insteadOf: line("1") },
  ]);
  expect(modelCandidates(part, [{ for: line("1"), product: "phone", variant: "p64" }])).toEqual([]);
  expect(modelCandidates(part, [{ for: line("1"), product: "phone" }])).toEqual([]);
});
