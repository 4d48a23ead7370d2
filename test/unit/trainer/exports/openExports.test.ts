import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { runTrain } from "../../../../widget/trainer/runTrain.ts";
import { EXPORTS, readExports } from "../../../support/exports.ts";
import { aFolder, csv, readTrained } from "../../../support/training.ts";
import { hearPrinted } from "../../../support/hearPrinted.ts";

const { said } = hearPrinted();

async function aFile(name: string, text: string | Uint8Array): Promise<string> {
  const file = join(await aFolder(), name);
  await writeFile(file, text);
  return file;
}

test("a file of another kind is named, with what is known and what it has", async () => {
  const file = await aFile("customers.csv", "Customer ID,First Name\n1,Eve\n");
  await expect(readExports("shopify", file)).rejects.toThrow(
    /customers\.csv: by its columns it is none of the exports of Shopify that are known\nknown:\n {2}orders export\n[^]*products\.json \(JSON\)\n[^]*found:\n {2}Customer ID, First Name$/,
  );
  const json = await aFile("customers.json", '[{"customer":1}]');
  await expect(readExports("woocommerce", json)).rejects.toThrow(/by its fields [^]*found:\n {2}customer$/);
});

test("a shop's exports are no other shop's", async () => {
  await expect(readExports("shopify", "woo-products.csv")).rejects.toThrow("none of the exports of Shopify");
  await expect(readExports("opencart", "woo-orders.json")).rejects.toThrow("none of the exports of OpenCart");
});

test("the page behind the last one is nothing, and is said to be", async () => {
  const empty = await aFile("products_9.json", '{"products":[]}');
  const { named, byId } = await readExports("shopify", "shopify-products.json", empty);
  expect([named[1], Object.keys(byId).length]).toEqual([[empty, "nothing in it"], 3]);
});

test("packed exports in parts, and the same rows twice, come to the same baskets", async () => {
  const whole = await readExports("shopify", "shopify-orders.csv", "shopify-products.json");
  const text = await readFile(join(EXPORTS, "shopify-orders.csv"), "utf8");
  const [header = "", ...rows] = text.trimEnd().split("\n");
  const at = rows.findIndex((row) => row.startsWith("#1005"));
  const first = await aFile("orders_1.csv.gz", gzipSync([header, ...rows.slice(0, at)].join("\n")));
  const second = await aFile("orders_2.csv", Buffer.from([header, ...rows.slice(at)].join("\r\n"), "utf16le"));
  const parts = await readExports("shopify", second, first, "shopify-orders.csv", "shopify-products.json");
  expect(parts.baskets).toEqual(whole.baskets);
});

test("--from trains on exports alone: ids the cart knows, aliases for the rest, gift cards nowhere", async () => {
  const folder = await aFolder();
  for (const name of ["shopify-orders.csv", "shopify-products.csv", "shopify-products.json"])
    await copyFile(join(EXPORTS, name), join(folder, name));
  const out = join(folder, "model");
  await runTrain(["--from", "shopify", join(folder, "shopify-*"), "--out", out, "--date", "2026-01-02", "--min-orders", "2"]);
  const { manifest, entries, cards, aliases, texts } = await readTrained(out);
  expect(manifest).toMatchObject({ currency: "GBP", counts: { products: 3 } });
  expect(entries["7001"]?.with?.[0]?.[0]).toBe("7002");
  expect(cards["7002"]).toMatchObject({ title: "Mug", url: "/products/mug" });
  expect(aliases).toMatchObject({ tee: "7001", "T-M": "7001", "9002": "7001" });
  expect([...texts.values()].join()).not.toMatch(/Aster present|example\.com"|Coaster, round":/);
  expect(said()).toMatch(/^Exports of Shopify:\n.*shopify-orders\.csv: orders export\n.*products export\n.*products\.json\nCatalogue \(/);
});

test("where no file says the currency, the merchant is told which one is taken", async () => {
  const out = join(await aFolder(), "model");
  await runTrain(["--from", "prestashop", join(EXPORTS, "presta-list.csv"), "--out", out]);
  expect(said()).toContain("prices are taken to be in EUR, as no file says; --currency says otherwise");
});

test("a catalogue of another make goes with the orders of an export", async () => {
  const folder = await aFolder();
  await writeFile(
    join(folder, "own.csv"),
    csv(["item_id", "name", "price"], ["43", "MacBook", "500"], ["40", "iPhone", "100"], ["28", "HTC", "90"]),
  );
  const args = ["--from", "opencart", join(EXPORTS, "opencart-orders.csv"), "--catalogue", join(folder, "own.csv")];
  await runTrain([...args, "--out", join(folder, "model")]);
  expect((await readTrained(join(folder, "model"))).manifest).toMatchObject({ currency: "USD", counts: { products: 3 } });
});
