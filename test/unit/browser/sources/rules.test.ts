import { describe, expect, it } from "vitest";
import { createRules, type Find } from "../../../../widget/browser/sources/rules.ts";
import { rulesFor } from "../../../../widget/browser/sources/rulesFor.ts";
import type { Rule } from "../../../../widget/types/config.ts";
import { aCart, aContext, aLine, aProduct } from "../../../support/builders.ts";

const catalogue = new Map(
  ["phone", "phone-2", "case", "charger", "glass", "c1", "c2", "c3", "c4", "c5", "c6", "c7"].map((id) => [id, aProduct({ id })]),
);
const best = new Map([["Cases", ["c1", "c2", "c3", "c4", "c5", "c6", "c7"]]]);

function shop(rules: readonly Rule[]) {
  const asked: (readonly string[])[] = [];
  const find: Find = async (keys) => {
    asked.push(keys);
    return { product: (id) => catalogue.get(id), best: (category) => best.get(category) ?? [] };
  };
  return { asked, source: createRules({ match: (context) => rulesFor(rules, context), find }) };
}

const context = aContext({ cart: aCart(aLine({ key: "l1" }), aLine({ key: "l2", product: "other" })) });
const signal = new AbortController().signal;
const from = { product: "phone" };

describe("the merchant's rules", () => {
  it("propose what goes with a line, first mentioned first, with the merchant's words", async () => {
    const { source } = shop([{ from, with: ["case", "charger"], text: "Made for it" }]);
    const because = [{ kind: "rule", text: "Made for it" }];
    const same = { source: "rules", kind: "cross-sell", goesWith: [{ line: "l1" }], because };
    expect(await source.recommend(context, signal)).toEqual([
      { ...same, product: catalogue.get("case"), score: 1000 },
      { ...same, product: catalogue.get("charger"), score: 999 },
    ]);
  });

  it("propose what would be better instead, once for each line", async () => {
    const { source } = shop([{ from: {}, instead: ["phone-2"] }]);
    const found = await source.recommend(context, signal);
    expect(found).toMatchObject([
      { kind: "up-sell", product: { id: "phone-2" }, insteadOf: { line: "l1" }, because: [{ kind: "rule" }] },
      { kind: "up-sell", product: { id: "phone-2" }, insteadOf: { line: "l2" } },
    ]);
    expect(found[0]?.because[0]).not.toHaveProperty("text");
  });

  it("bring the best-known products of a category in, six at most", async () => {
    const { source, asked } = shop([{ from, with: [{ category: "Cases" }, { category: "Unknown" }] }]);
    const found = await source.recommend(context, signal);
    expect(found.map(({ product }) => product.id)).toEqual(["c1", "c2", "c3", "c4", "c5", "c6"]);
    expect(asked).toEqual([["category:Cases", "category:Unknown"]]);
  });

  it("leave a product out that the catalogue does not know", async () => {
    const { source } = shop([{ from, with: ["unknown", "case"] }]);
    expect((await source.recommend(context, signal)).map(({ product }) => product.id)).toEqual(["case"]);
  });

  it("never propose a product beside or instead of itself", async () => {
    const { source } = shop([{ from, with: ["phone"], instead: ["phone"] }]);
    expect(await source.recommend(context, signal)).toEqual([]);
  });

  it("say a product once, with everything it goes with and the first rule's words", async () => {
    const { source } = shop([
      { from, with: ["case"], text: "first" },
      { from: { product: "other" }, with: ["case"], text: "second" },
      { from, with: ["case"] },
    ]);
    expect(await source.recommend(context, signal)).toMatchObject([
      { product: { id: "case" }, goesWith: [{ line: "l1" }, { line: "l2" }], because: [{ text: "first" }] },
    ]);
  });

  it("mark what is outside its schedule, after everything that is on", async () => {
    const { source } = shop([
      { from, with: ["case", "glass"], since: "2099-01-01" },
      { from, with: ["glass"] },
    ]);
    const found = await source.recommend(context, signal);
    expect(found.map(({ product, offSchedule }) => [product.id, offSchedule])).toEqual([
      ["glass", undefined],
      ["case", true],
    ]);
  });

  it("ask for nothing when no rule starts here or none leads anywhere", async () => {
    const { source, asked } = shop([
      { from: { product: "absent" }, with: ["case"] },
      { from, never: ["case"] },
    ]);
    expect(await source.recommend(context, signal)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it("ask for each key once", async () => {
    const { source, asked } = shop([
      { from, with: ["case"] },
      { from: {}, with: ["case"], instead: ["phone-2"] },
    ]);
    await source.recommend(context, signal);
    expect(asked).toEqual([["case", "phone-2"]]);
  });
});
