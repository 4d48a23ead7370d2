import { describe, expect, it, vi } from "vitest";
import type { RelatedProduct } from "../../../../widget/types/platform.ts";
import { createShopSource } from "../../../../widget/browser/sources/shop.ts";
import { aCart, aContext, aLine, aProduct } from "../../../support/builders.ts";

const { signal } = new AbortController();
const to = (of: string, id: string): RelatedProduct => ({ of, product: aProduct({ id }) });

/** A shop that relates these. */
const shopOf = (together: readonly RelatedProduct[], instead: readonly RelatedProduct[] = []) =>
  vi.fn(async (_ids: readonly string[], relation: "with" | "instead", _signal: AbortSignal) => (relation === "with" ? together : instead));

const carried = aContext({ cart: aCart(aLine({ key: "l1" }), aLine({ key: "l2", product: "lamp" }), aLine({ key: "l3" })) });

describe("what the shop relates", () => {
  it("is asked once for each relation, of each product once", async () => {
    const related = shopOf([]);
    const view = aProduct({ id: "desk" });
    await createShopSource({ related }).recommend({ ...carried, page: { step: "product", locale: "en", view } }, signal);
    expect(related.mock.calls).toEqual([
      [["phone", "lamp", "desk"], "with", signal],
      [["phone", "lamp", "desk"], "instead", signal],
    ]);
  });

  it("goes with every line of its product, and stands in the place of each", async () => {
    const source = createShopSource({ related: shopOf([to("phone", "case")], [to("phone", "plus")]) });
    expect(await source.recommend(carried, signal)).toMatchObject([
      {
        kind: "cross-sell",
        product: { id: "case" },
        source: "shop",
        because: [{ kind: "catalogue" }],
        goesWith: [{ line: "l1" }, { line: "l3" }],
      },
      { kind: "up-sell", product: { id: "plus" }, insteadOf: { line: "l1" } },
      { kind: "up-sell", product: { id: "plus" }, insteadOf: { line: "l3" } },
    ]);
  });

  it("is for the product in view", async () => {
    const source = createShopSource({ related: shopOf([to("desk", "chair")], [to("desk", "desk-2")]) });
    const context = aContext({ cart: aCart(), page: { step: "product", locale: "en", view: aProduct({ id: "desk" }) } });
    expect(await source.recommend(context, signal)).toMatchObject([
      { goesWith: [{ product: "desk" }] },
      { insteadOf: { product: "desk" } },
    ]);
  });

  it("keeps the shop's order", async () => {
    const source = createShopSource({ related: shopOf(["c", "a", "b"].map((id) => to("phone", id))) });
    const scores = (await source.recommend(carried, signal)).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(3);
  });

  it("of a product that is not here any more is left out", async () => {
    const source = createShopSource({ related: shopOf([to("gone", "case")], [to("gone", "plus")]) });
    expect(await source.recommend(carried, signal)).toEqual([]);
  });

  it.each([
    ["rejects", () => Promise.reject(new Error("down"))],
    [
      "throws",
      () => {
        throw new Error("down");
      },
    ],
    ["answers nothing", async () => undefined as never],
  ])("of one relation is told when the other %s", async (_, fail) => {
    const related = (_ids: readonly string[], relation: string) =>
      relation === "instead" ? fail() : shopOf([to("phone", "case")])([], "with", signal);
    expect(await createShopSource({ related }).recommend(carried, signal)).toMatchObject([{ product: { id: "case" } }]);
  });

  it("is not asked for without a product, or when the pass is over", async () => {
    const related = shopOf([to("phone", "case")]);
    const source = createShopSource({ related });
    expect(await source.recommend(aContext({ cart: aCart() }), signal)).toEqual([]);
    expect(await source.recommend(carried, AbortSignal.abort())).toEqual([]);
    expect(related).not.toHaveBeenCalled();
  });
});
