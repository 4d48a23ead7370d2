import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createCatalogue } from "../../../../demo/shop/catalogue/createCatalogue.ts";
import { countPairs } from "../../../../demo/shop/recommend/countPairs.ts";
import { aStoreProduct } from "../../../../demo/stores/storeProduct.ts";

it("counts variants and SKUs as their product, and leaves rare pairs and strangers out", async () => {
  const folder = await mkdtemp(join(tmpdir(), "goeswith-"));
  const file = join(folder, "orders.csv");
  const together = Array.from({ length: 6 }, (_, order) => `${order},${["phone", "phone-red", "LM-1"][order % 3]}\n${order},case\n`);
  const alone = Array.from({ length: 6 }, (_, order) => `${order + 10},phone\n`);
  await writeFile(file, `order_id,item_id\n${together.join("")}${alone.join("")}20,phone\n20,rare\n21,stranger\n`);
  const products = [
    aStoreProduct({ id: "phone", title: "Phone", skus: ["LM-1"], variants: [{ id: "phone-red", options: {} }] }),
    aStoreProduct({ id: "case", title: "Case" }),
    aStoreProduct({ id: "rare", title: "Rare" }),
  ];
  const pairs = await countPairs(file, createCatalogue(products));
  await rm(folder, { recursive: true });
  expect(pairs.get("case")).toEqual([{ id: "phone", share: 1 }]);
  expect(pairs.get("phone")).toEqual([{ id: "case", share: 6 / 13 }]);
  expect(pairs.size).toBe(2);
});
