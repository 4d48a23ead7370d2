import { describe, expect, it } from "vitest";
import { createModel } from "../../../../widget/browser/model/createModel.ts";
import { createModelSource } from "../../../../widget/browser/sources/model.ts";
import { withPopular } from "../../../../widget/browser/sources/withPopular.ts";
import { aCart, aContext } from "../../../support/builders.ts";
import { aManifest } from "../../../support/aManifest.ts";

const { signal } = new AbortController();
const files: Readonly<Record<string, unknown>> = {
  "/m/manifest.json": aManifest(),
  "/m/b/0.json": { entries: { phone: { with: [["case", 100, 9]] } }, cards: { phone: { title: "Phone" }, case: { title: "Case" } } },
};
const HEAD = { best: [["lamp", 9]], cards: { lamp: { title: "Lamp", price: 500 } } };

function open(head: unknown) {
  const all: Readonly<Record<string, unknown>> = { ...files, "/m/b/head.json": head };
  const model = createModel({ address: "/m", get: async (address) => all[address] ?? Promise.reject(new Error("404")) });
  return withPopular(createModelSource(model), model);
}

describe("a model's source where popularity alone may be offered", () => {
  it("proposes what goes with the cart, then the best-known products", async () => {
    expect(await open(HEAD).recommend(aContext(), signal)).toMatchObject([
      { product: { id: "case" }, goesWith: [{ line: "l1" }] },
      { product: { id: "lamp", title: "Lamp", price: { minor: 500, currency: "EUR" } }, goesWith: [], because: [{ kind: "popular" }] },
    ]);
  });

  it("proposes the best-known products to an empty cart", async () => {
    const found = await open(HEAD).recommend(aContext({ cart: aCart() }), signal);
    expect(found.map(({ product }) => product.id)).toEqual(["lamp"]);
  });

  it.each([
    ["missing", undefined],
    ["null", null],
    ["a text", "oops"],
    ["without a list", { cards: {} }],
    ["without cards", { best: [["lamp", 9]] }],
  ])("proposes what goes with the cart when the head is %s", async (_, head) => {
    expect((await open(head).recommend(aContext(), signal)).map(({ product }) => product.id)).toEqual(["case"]);
  });

  it("rejects when the pass is over", async () => {
    await expect(open(HEAD).recommend(aContext(), AbortSignal.abort(new Error("another pass")))).rejects.toThrow("another pass");
  });
});
