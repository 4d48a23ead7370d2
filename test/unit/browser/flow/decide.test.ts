import { describe, expect, it, vi } from "vitest";
import { readConfig } from "../../../../widget/browser/config/readConfig.ts";
import { createLive } from "../../../../widget/browser/flow/createLive.ts";
import { decide, decidePriced, investigate, type World } from "../../../../widget/browser/flow/decide.ts";
import { openRules } from "../../../../widget/browser/flow/openRules.ts";
import { readMemory } from "../../../../widget/browser/flow/readMemory.ts";
import type { OpenRules } from "../../../../widget/browser/sources/rules.ts";
import type { Platform } from "../../../../widget/types/platform.ts";
import type { Source } from "../../../../widget/types/source.ts";
import { aCart, aContext, aProduct, euro } from "../../../support/builders.ts";

const { signal } = new AbortController();
const source: Source = {
  name: "model",
  recommend: async () =>
    ["case", "bag"].map((id) => ({
      kind: "cross-sell",
      product: aProduct({ id, categories: [id] }),
      score: 1,
      source: "model",
      because: [],
      goesWith: [{ line: "l1" }],
    })),
};

const aWorld = (rules?: World["rules"]): World => ({
  config: readConfig({})[0],
  model: undefined,
  source,
  rules,
  memory: readMemory(),
  live: createLive({} as Platform),
});

async function shown(world: World): Promise<readonly string[]> {
  const findings = await investigate(world, aContext(), signal);
  return decide(world, findings).offers.map(({ product }) => product.id);
}

describe("the merchant's rules", () => {
  it("are not missed where there are none", async () => {
    expect(await shown(aWorld())).toEqual(["case", "bag"]);
  });

  it.each([[{ from: { product: "phone" }, never: ["case"] }], [{ from: {}, never: [{ category: "case" }] }]])(
    "keep back what %j forbids beside this cart, even when they come last",
    async (rule) => {
      expect(await shown(aWorld(new Promise((resolve) => setTimeout(resolve, 5, openRules([rule], undefined)))))).toEqual(["bag"]);
    },
  );

  it("are told at once what the cart holds, so that they may read ahead", async () => {
    const ahead = vi.fn<OpenRules["ahead"]>();
    await shown(aWorld(Promise.resolve({ ...(await openRules([], undefined)), ahead })));
    expect(ahead).toHaveBeenCalledWith(["phone"]);
  });

  it("leave nothing to show when they cannot be loaded, because what they forbid is not known then", async () => {
    await expect(investigate(aWorld(Promise.reject(new Error("gone"))), aContext(), signal)).rejects.toThrow("gone");
  });

  it("are not asked about an empty cart", async () => {
    const ahead = vi.fn<OpenRules["ahead"]>();
    const { candidates } = await investigate(
      aWorld(Promise.resolve({ ...(await openRules([], undefined)), ahead })),
      aContext({ cart: aCart() }),
      signal,
    );
    expect(candidates).toEqual([]);
    expect(ahead).not.toHaveBeenCalled();
  });
});

it("asks the sources about an empty cart only where popularity alone may be offered", async () => {
  const recommend = vi.fn(source.recommend);
  const ask = (popular: boolean) =>
    investigate({ ...aWorld(), config: readConfig({ popular })[0], source: { ...source, recommend } }, aContext({ cart: aCart() }), signal);
  expect((await ask(false)).candidates).toEqual([]);
  expect(recommend).not.toHaveBeenCalled();
  expect((await ask(true)).candidates).toHaveLength(2);
});

describe("an alternative", () => {
  const phone = aProduct({ id: "phone", price: euro(500) });
  const better = aProduct({ id: "better", price: euro(550) });
  const findings = (over: Parameters<typeof aContext>[0]) => ({
    context: aContext({ products: new Map([["phone", phone]]), ...over }),
    candidates: [
      {
        kind: "up-sell" as const,
        product: better,
        score: 1,
        source: "rules",
        because: [{ kind: "rule" as const }],
        insteadOf: over?.page ? { product: "phone" } : { line: "l1" },
      },
    ],
    never: { products: new Set<string>(), categories: new Set<string>() },
  });

  it.each([
    [
      "the product in view",
      { cart: aCart(), page: { step: "product", locale: "en", view: { id: "phone", title: "Aster 9" } }, placements: ["product"] },
    ],
    ["a line without a price", { cart: aCart({ key: "l1", product: "phone", quantity: 1 }) }],
  ] as const)("of %s is as much dearer as the shop's own prices say", async (_, over) => {
    const products = vi.fn(async () => [
      { ...phone, price: euro(480) },
      { ...better, price: euro(560) },
    ]);
    const world = { ...aWorld(), live: createLive({ products } as object as Platform) };
    const { offers } = await decidePriced(world, findings(over), signal);
    expect(products).toHaveBeenCalledExactlyOnceWith(["better", "phone"], signal, expect.any(Map));
    expect(offers.map(({ price, priceDifference }) => [price, priceDifference])).toEqual([[euro(560), euro(80)]]);
  });
});
