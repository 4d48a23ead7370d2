import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalogue } from "../../../../demo/shop/catalogue/readCatalogue.ts";
import { products } from "../../../../demo/stores/electronics/products.ts";
import { writeCatalogue } from "../../../../demo/stores/writeCatalogue.ts";

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "goeswith-"))));
afterAll(() => rm(folder, { recursive: true }));

async function read(name: string, text: string) {
  const file = join(folder, name);
  await writeFile(file, text);
  return readCatalogue(file, "GBP");
}

describe("a catalogue file", () => {
  it("holds the store as it was written", async () => {
    const url = ({ url: _, ...rest }: (typeof products)[number]) => rest;
    expect((await read("own.csv", writeCatalogue(products))).map(url)).toEqual(products.map(url));
  });

  it("needs no more than ids and names", async () => {
    const [product] = await read("names.csv", "item_id,name\n1,Aloo Chaat\n");
    expect(product).toMatchObject({ id: "1", title: "Aloo Chaat", currency: "GBP", categories: [], kind: "goods" });
    expect(product?.price).toBeUndefined();
  });

  it("keeps what it can of a row with odd values", async () => {
    const [product] = await read("odd.csv", 'item_id,name,price,stock,variants,fits\n1,"Tea, ""fine""",cheap,false,{oops,=;model\n');
    expect(product).toMatchObject({ title: 'Tea, "fine"', stock: 0, variants: [], fits: {} });
    expect(product?.price).toBeUndefined();
  });
});
