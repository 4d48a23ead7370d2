import { describe, expect, it } from "vitest";
import { createModel } from "../../../../widget/browser/model/createModel.ts";
import { findInModel } from "../../../../widget/browser/sources/findInModel.ts";
import { aManifest } from "../../../support/aManifest.ts";

const files: Readonly<Record<string, unknown>> = {
  "/m/manifest.json": aManifest({ build: "b1" }),
  "/m/b1/0.json": {
    entries: { case: {}, "category:Cases": { best: ["case"] } },
    cards: { case: { title: "Case", price: 990 } },
    aliases: { "SKU-1": "case" },
  },
};
const model = createModel({ address: "/m", get: async (address) => files[address] });
const { signal } = new AbortController();

describe("findInModel", () => {
  it("finds products by id and alias, and the best of a category", async () => {
    const found = await findInModel(model)(["case", "category:Cases"], signal);
    expect(found.product("case")).toMatchObject({ id: "case", price: { minor: 990, currency: "EUR" } });
    expect(found.product("SKU-1")).toMatchObject({ id: "case" });
    expect(found.product("unknown")).toBeUndefined();
    expect(found.best("Cases")).toEqual(["case"]);
    expect(found.best("Unknown")).toEqual([]);
  });

  it("finds nothing without a model", async () => {
    const found = await findInModel(undefined)(["case"], signal);
    expect(found.product("case")).toBeUndefined();
    expect(found.best("Cases")).toEqual([]);
  });
});
