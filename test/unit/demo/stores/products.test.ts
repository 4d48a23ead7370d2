import { describe, expect, it } from "vitest";
import { drawPicture } from "../../../../demo/stores/electronics/pictures/drawPicture.ts";
import { products } from "../../../../demo/stores/electronics/products.ts";

const byId = new Map(products.map((product) => [product.id, product]));
const every = products.flatMap(({ id, variants, skus }) => [id, ...variants.map((variant) => variant.id), ...skus]);

describe("the electronics store", () => {
  it("uses each id, variant id and SKU once", () => {
    expect(products.length).toBeGreaterThan(80);
    expect(every.filter((id, index) => every.indexOf(id) !== index)).toEqual([]);
  });

  it("names only products it sells in its relations", () => {
    const named = products.flatMap(({ excludes, accessories, upgrades, never }) => [...excludes, ...accessories, ...upgrades, ...never]);
    expect(named.filter((id) => !byId.has(id))).toEqual([]);
  });

  it("has a name in German and in Arabic for everything but what is called by its model alone", () => {
    const unnamed = products.filter(({ titles }) => !titles.de || !/[\u0600-\u06ff]/.test(titles.ar ?? ""));
    expect(new Set(unnamed.map(({ categories }) => categories.at(-1)))).toEqual(new Set(["Smartphones"]));
    const named = products.flatMap(({ titles }) => titles.de ?? []);
    expect(new Set(named).size).toBe(named.length);
  });

  it("has terms for a service, a partner and its terms for a partner's offer, and the price of a measure for what is used up", () => {
    expect(byId.get("care-phone-2")?.terms).toBe("/terms/care-phone-2");
    expect(byId.get("cover-ottersby")).toMatchObject({ kind: "partner", by: "Ottersby Mutual", terms: "/terms/cover-ottersby" });
    expect(byId.get("spray-lens")).toMatchObject({ price: 990, unit: { price: 1980, per: "100 ml" } });
  });

  it("has something in the store for every demand of a case, a lens or a sleeve", () => {
    const carried = new Set(products.flatMap(({ attributes }) => Object.entries(attributes).map(([name, value]) => `${name}=${value}`)));
    const demands = products.flatMap(({ fits, requires }) =>
      [fits, requires].flatMap((demand) => Object.entries(demand).flatMap(([name, values]) => values.map((value) => `${name}=${value}`))),
    );
    expect(demands.filter((demand) => !carried.has(demand))).toEqual([]);
  });

  it.each([
    ["aster-9", "aster-9-plus"],
    ["aster-9-plus", "aster-9-max"],
    ["aster-8", "aster-8-plus"],
    ["pico-4", "pico-4-pro"],
    ["slate-5", "slate-5-ultra"],
  ])("asks at most a fifth more than for %s for %s", (small, big) => {
    const ratio = (byId.get(big)?.price ?? 0) / (byId.get(small)?.price ?? 1);
    expect(ratio).toBeGreaterThan(1.05);
    expect(ratio).toBeLessThanOrEqual(1.2);
  });

  it("draws every product, and a variant in its own colour", () => {
    expect(products.filter((product) => !drawPicture(product)?.startsWith("<svg"))).toEqual([]);
    const phone = products.find(({ id }) => id === "aster-9");
    expect(phone && drawPicture(phone, { colour: "sage" })).not.toBe(phone && drawPicture(phone, { colour: "coral" }));
  });
});
