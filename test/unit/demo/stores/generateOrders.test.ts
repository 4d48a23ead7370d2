import { describe, expect, it } from "vitest";
import { generateOrders } from "../../../../demo/stores/electronics/generateOrders.ts";
import { plantedFacts } from "../../../../demo/stores/electronics/plantedFacts.ts";
import { products } from "../../../../demo/stores/electronics/products.ts";
import { createCatalogue } from "../../../../demo/shop/catalogue/createCatalogue.ts";

const COUNT = 6000;
const lines = generateOrders({ products, count: COUNT, seed: 7 });
const catalogue = createCatalogue(products);
const facts = plantedFacts(products);

/** Product ids of each order. */
const byOrder = new Map<string, Set<string | undefined>>();
for (const { order, item } of lines) byOrder.set(order, (byOrder.get(order) ?? new Set()).add(catalogue.find(item)?.id));
const orders = [...byOrder.values()];

const shareOf = (from: string, other: string): number => {
  const holding = orders.filter((order) => order.has(from));
  return holding.filter((order) => order.has(other)).length / holding.length;
};

describe("the generated order history", () => {
  it("is the same for the same seed and another for another", () => {
    expect(generateOrders({ products, count: 50, seed: 7 })).toEqual(generateOrders({ products, count: 50, seed: 7 }));
    expect(generateOrders({ products, count: 50, seed: 8 })).not.toEqual(generateOrders({ products, count: 50, seed: 7 }));
  });

  it("has as many orders as asked for, in the order of time", () => {
    expect(orders).toHaveLength(COUNT);
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted());
  });

  it("names a product of the catalogue in every line, often by a variant or a SKU", () => {
    expect(lines.filter(({ item }) => !catalogue.find(item))).toEqual([]);
    const aliases = lines.filter(({ item }) => catalogue.find(item)?.id !== item).length / lines.length;
    expect(aliases).toBeGreaterThan(0.1);
    expect(aliases).toBeLessThan(0.6);
  });

  it("never puts two substitutes into one order", () => {
    expect(facts.substitutes.length).toBeGreaterThan(50);
    expect(facts.substitutes.filter(([one, other]) => orders.some((order) => order.has(one) && order.has(other)))).toEqual([]);
  });

  it("puts planted complements together far more often than strangers", () => {
    expect(shareOf("aster-9", "clear-aster-9")).toBeGreaterThan(0.1);
    expect(shareOf("aster-9", "clear-aster-9")).toBeGreaterThan(10 * shareOf("aster-9", "clear-aster-8"));
  });

  it("never sells a partner's offer", () => {
    expect(orders.some((order) => order.has("cover-ottersby"))).toBe(false);
  });
});

describe("the planted facts", () => {
  it("hold only complements that fit", () => {
    const cards = facts.complements.filter(({ from, with: other }) => from === "aster-9" && other.startsWith("microsd"));
    expect(cards).toEqual([]);
    expect(facts.complements.some(({ from, with: other }) => from === "terra-x" && other === "microsd-128")).toBe(true);
  });
});
