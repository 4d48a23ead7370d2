import { beforeAll, describe, expect, it } from "vitest";
import { ORDER_COUNT, ORDER_SEED } from "../../../demo/start/storeFiles.ts";
import { generateOrders } from "../../../demo/stores/electronics/generateOrders.ts";
import { plantedFacts } from "../../../demo/stores/electronics/plantedFacts.ts";
import { products } from "../../../demo/stores/electronics/products.ts";
import { writeOrders } from "../../../demo/stores/electronics/writeOrders.ts";
import { writeCatalogue } from "../../../demo/stores/writeCatalogue.ts";
import { askOffers } from "../../support/askOffers.ts";
import { train } from "../../support/training.ts";

/** The least chance of a habit that four places should show; rarer ones compete with those. */
const CLEAR_HABIT = 0.2;

const facts = plantedFacts(products);
const byId = new Map(products.map((product) => [product.id, product]));
const phones = products.filter(({ attributes }) => attributes.type === "phone");
let model = "";

beforeAll(async () => {
  const orders = writeOrders(generateOrders({ products, count: ORDER_COUNT, seed: ORDER_SEED }));
  model = (await train({ orders, catalogue: writeCatalogue(products) })).folder;
}, 120_000);

describe("offers trained on the demo's orders, a third of them noise", () => {
  it("find the complements that were planted", async () => {
    const wanted = facts.complements.filter(({ with: id, chance }) => chance >= CLEAR_HABIT && byId.get(id)?.kind === "goods");
    const seeds = [...new Set(wanted.map(({ from }) => from))];
    const tops = new Map(
      (
        await askOffers(
          model,
          seeds.map((id) => ({ given: [id] })),
        )
      ).map((top, at) => [seeds[at], top]),
    );
    const found = wanted.filter(({ from, with: id }) => tops.get(from)?.includes(id));
    console.log(`planted complements bought in at least 1 of 5 orders: ${found.length} of ${wanted.length} found in four places`);
    expect(found.length / wanted.length).toBeGreaterThan(0.8);
  });

  it("never propose a substitute, or a thing that does not fit, over every phone", async () => {
    const substitutes = new Map<string, Set<string>>();
    for (const [a, b] of facts.substitutes) {
      substitutes.set(a, (substitutes.get(a) ?? new Set()).add(b));
      substitutes.set(b, (substitutes.get(b) ?? new Set()).add(a));
    }
    const tops = await askOffers(
      model,
      phones.map(({ id }) => ({ given: [id], limit: 12 })),
    );
    const wrong = tops.flatMap((top, at) => {
      const phone = phones[at];
      return top.filter((id) => {
        const misfit = !Object.entries(byId.get(id)?.fits ?? {}).every(([name, values]) => values.includes(phone?.attributes[name] ?? ""));
        return misfit || substitutes.get(phone?.id ?? "")?.has(id);
      });
    });
    expect(phones.length).toBeGreaterThanOrEqual(8);
    expect(tops.every((top) => top.length > 0)).toBe(true);
    expect(wrong).toEqual([]);
  });

  it("do not put a second case on a phone that has one", async () => {
    const tops = await askOffers(
      model,
      phones.map(({ id }) => ({ given: [id, `clear-${id}`], limit: 12 })),
    );
    const second = tops.flatMap((top, at) => top.filter((id) => id === `folio-${phones[at]?.id}`));
    console.log(`folios offered beside a clear case: ${second.length} of ${phones.length} phones`);
    expect(second.length).toBe(0);
  });

  it("name a better phone instead, within the band", async () => {
    const tops = await askOffers(model, [{ given: ["aster-9-512-midnight"], kind: "up-sell" }]);
    expect(tops[0]?.[0]).toMatch(/^aster-9-plus/);
  });
});
