import { describe, expect, it } from "vitest";
import { findMisfits, settledLines } from "../../../../widget/browser/offers/misfits.ts";
import type { Line } from "../../../../widget/types/cart.ts";
import type { Candidate } from "../../../../widget/types/offer.ts";
import { aCart, aContext, aLine, aProduct } from "../../../support/builders.ts";

const phone = (id: string) => aProduct({ id, title: id, categories: ["Phones"], attributes: { model: id } });
const shell = (id: string, model: string, title: string) => aProduct({ id, title, categories: ["Cases"], fits: { model: [model] } });
const clear9 = shell("clear9", "Aster 9", "Clear case for Aster 9");
const clearMax = shell("clearMax", "Aster 9 Max", "Clear case for Aster 9 Max");
const folioMax = shell("folioMax", "Aster 9 Max", "Leather folio for Aster 9 Max");
const care = aProduct({ id: "care", kind: "service", categories: ["Services"] });
const products = new Map([phone("Aster 9"), phone("Aster 9 Max"), clear9, clearMax, folioMax, care].map((one) => [one.id, one]));
const context = (...lines: readonly Line[]) => aContext({ cart: aCart(...lines), products });
const proposed = [folioMax, clearMax].map((product): Candidate => ({
  kind: "cross-sell",
  product,
  score: 1,
  source: "model",
  because: [],
  goesWith: [{ line: "l2" }],
}));

const old = aLine({ key: "l1", product: "Aster 9", title: "Aster 9" });
const newer = aLine({ key: "l2", product: "Aster 9 Max", title: "Aster 9 Max" });
const cover = aLine({ key: "l3", product: "clear9", title: "Clear case" });

describe("settledLines", () => {
  it("holds what fits a line and what is bound to one", () => {
    expect(settledLines(context(old, cover))).toEqual(new Set(["clear9"]));
    expect(settledLines(context(old, aLine({ key: "l4", product: "care", boundTo: "l1" })))).toEqual(new Set(["care"]));
    expect(settledLines(context(newer, cover))).toEqual(new Set());
  });
});

describe("findMisfits", () => {
  const settled = new Set(["clear9", "care"]);

  it("names the case that no longer fits, and its counterpart for the new phone", () => {
    const [misfit, ...rest] = findMisfits(context(newer, cover), settled, proposed);
    expect(rest).toEqual([]);
    expect(misfit).toMatchObject({ line: cover, why: "unfit", forTitle: "Aster 9 Max", replacement: { product: clearMax } });
  });

  it("asks about a service whose line is gone", () => {
    const orphan = aLine({ key: "l4", product: "care", boundTo: "l1" });
    expect(findMisfits(context(newer, orphan), settled, [])).toEqual([{ line: orphan, why: "orphaned" }]);
  });

  it("leaves alone what still fits another line", () => {
    expect(findMisfits(context(old, newer, cover), settled, proposed)).toEqual([]);
  });

  it("leaves alone what never had anything to fit here: the case for a phone at home", () => {
    expect(findMisfits(context(newer, cover), new Set(), proposed)).toEqual([]);
  });

  it("proposes nothing that is sold out or of another kind", () => {
    const sold = proposed.map((one) => ({ ...one, product: { ...one.product, available: false } }));
    const bag = { ...proposed[0], product: { ...folioMax, categories: ["Bags"] } } as Candidate;
    expect(findMisfits(context(newer, cover), settled, [...sold, bag])).toEqual([{ line: cover, why: "orphaned" }]);
  });
});
