import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it, test } from "vitest";
import { openDatabase } from "../../../../widget/trainer/reading/database.ts";
import { runTrain } from "../../../../widget/trainer/runTrain.ts";
import { aFolder, csv, orderRows, readTrained, train } from "../../../support/training.ts";
import { hearPrinted } from "../../../support/hearPrinted.ts";

const { said } = hearPrinted();

const CATALOGUE = csv(
  ["item_id", "name", "price", "category", "sku"],
  ["phone", "Aster 9", "600", "Phones", "SKU-1"],
  ["case", "Case for Aster 9", "20", "Cases", ""],
  ["strap, long", 'Strap "long"', "10", "Straps", ""],
  ["new", "Pouch for Aster 9", "15", "Pouches", ""],
);
const ROWS = [
  ...orderRows("a", 30, "phone", "case").map(([order, item], at) => [order, item, `2025-0${1 + (at % 9)}-11`]),
  ...orderRows("b", 12, "phone", "strap, long").map((row) => [...row, "2024-03-01"]),
  ...orderRows("c", 40, "strap, long").map((row) => [...row, "2025-06-30"]),
];
const HEADER = ["order_id", "item_id", "timestamp"];
const ORDERS = csv(HEADER, ...ROWS);

async function savePairs(name: string): Promise<string> {
  const file = join(await aFolder(), name);
  await train({ orders: ORDERS, catalogue: CATALOGUE, args: ["--save-pairs", file] });
  return file;
}

describe("the same history gives the same model to the byte", () => {
  const model = (orders: string) => train({ orders, catalogue: CATALOGUE });

  it.each([
    [
      "shuffled",
      csv(HEADER, ...ROWS.toSorted(([a = ""], [b = ""]) => (a.split("").reverse().join("") < b.split("").reverse().join("") ? -1 : 1))),
    ],
    ["backwards", csv(HEADER, ...ROWS.toReversed())],
    ["with every line twice", csv(HEADER, ...ROWS, ...ROWS)],
  ])("row 153: %s", async (_, orders) => {
    expect((await model(orders)).texts).toEqual((await model(ORDERS)).texts);
  });

  it("row 153: in many files", async () => {
    const folder = await aFolder();
    const files = await Promise.all(
      [0, 1, 2].map(async (part) => {
        const file = join(folder, `part-${part}.csv`);
        await writeFile(file, csv(HEADER, ...ROWS.filter((_, at) => at % 3 === part)));
        return file;
      }),
    );
    const whole = await model(ORDERS);
    const parts = await train({ catalogue: CATALOGUE, args: files.flatMap((file) => ["--orders", file]) });
    expect(parts.manifest).toEqual(whole.manifest);
    expect(parts.texts).toEqual(whole.texts);
  });

  it.each(["pairs.csv", "pairs.csv.gz"])("as counted pairs, in %s", async (name) => {
    const file = await savePairs(name);
    const whole = await model(ORDERS);
    const paired = await train({ catalogue: CATALOGUE, args: ["--pairs", file] });
    expect(paired.manifest).toEqual(whole.manifest);
    expect(paired.texts).toEqual(whole.texts);
    expect(whole.entries["phone"]?.with?.length).toBeGreaterThan(1);
  });
});

test("the README's query counts pairs that give the very model", async () => {
  const query = /```sql\n([\s\S]*?);\n```/.exec(await readFile("README.md", "utf8"))?.[1] ?? "";
  const folder = await aFolder();
  const large = Array.from({ length: 120 }, (_, at) => ["large", `p${at}`]);
  const orders = csv(["order_id", "item_id"], ...ROWS.map(([order = "", item = ""]) => [order, item]), ...large);
  await writeFile(join(folder, "orders.csv"), orders);
  const database = await openDatabase();
  await database.run(`create view order_lines as select * from read_csv('${folder}/orders.csv', all_varchar = true)`);
  await database.run(`copy (${query}) to '${folder}/pairs.csv' (header)`);
  await database.close();
  const paired = await train({ args: ["--pairs", join(folder, "pairs.csv")] });
  expect(paired.manifest).toEqual((await train({ orders })).manifest);
});

test("a gzipped file of pairs is one", async () => {
  const text = gunzipSync(await readFile(await savePairs("pairs.csv.gz"))).toString();
  expect(text.split("\n").slice(0, 2)).toEqual(["item_a,item_b,orders,weight", expect.stringMatching(/^,,82,\d+(\.\d+)?$/)]);
});

const PAIRS = [
  ["item_a", "item_b", "orders"],
  ["", "", "100"],
  ["phone", "", "40"],
  ["case", "", "50"],
  ["phone", "case", "30"],
];

async function trainOnPairs(...rows: readonly (readonly string[])[]) {
  const folder = await aFolder();
  await writeFile(join(folder, "pairs.csv"), csv(...rows));
  const out = join(folder, "model");
  await runTrain(["--pairs", join(folder, "pairs.csv"), "--out", out, "--date", "2026-01-02"]);
  return readTrained(out);
}

test("pairs counted elsewhere need no weights, and stand in any order", async () => {
  const model = await trainOnPairs(...PAIRS);
  expect(model.manifest.counts).toEqual({ orders: 100, products: 2 });
  expect(model.entries["phone"]?.with?.[0]).toEqual(["case", expect.any(Number), expect.any(Number), 75]);
  const [header, ...rows] = PAIRS;
  const turned = rows.map(([a = "", b = "", n = ""]) => (a && b ? [b, a, n] : [a, b, n]));
  expect((await trainOnPairs(header ?? [], ...turned.toReversed())).texts).toEqual(model.texts);
});

test("what was counted in parts adds up", async () => {
  const [header = [], ...rows] = PAIRS;
  const halves = rows.flatMap(([a = "", b = "", n = ""]) => [
    [a, b, String(Number(n) - 10)],
    [b, a, "10"],
  ]);
  expect((await trainOnPairs(header, ...halves)).texts).toEqual((await trainOnPairs(...PAIRS)).texts);
});

test("pairs without the number of all orders, or of a product's own, are refused with what is missing", async () => {
  await expect(trainOnPairs(...PAIRS.filter((_, at) => at !== 1))).rejects.toThrow(
    /lack the number of all orders.*item_a and item_b left empty/,
  );
  await expect(trainOnPairs(...PAIRS.filter((_, at) => at !== 3))).rejects.toThrow(/lack the orders of case alone/);
});

test("rows that say no number are counted", async () => {
  await trainOnPairs(...PAIRS, ["phone", "case", "many"]);
  expect(said()).toMatch(/Pairs: 5 rows, 100 orders with 2 products, 1 pairs\n {2}left out: 1 × row without a number of orders/);
});

test("orders and pairs exclude each other", async () => {
  await expect(runTrain(["--orders", "a.csv", "--pairs", "b.csv", "--out", "c"])).rejects.toThrow(/exclude each other/);
});

test("row 158: a catalogue and pairs may come through a pipe of the file system", async () => {
  const folder = await aFolder();
  const throughPipe = (name: string, text: string) => {
    const pipe = join(folder, name);
    execFileSync("mkfifo", [pipe]);
    void writeFile(pipe, text);
    return pipe;
  };
  const catalogue = throughPipe("catalogue", csv(["item_id", "name"], ["phone", "Aster 9"], ["case", "Clear case"]));
  const pairs = throughPipe("pairs", "item_a,item_b,orders\n,,100\nphone,,40\ncase,,50\nphone,case,30\n");
  await runTrain(["--catalogue", catalogue, "--pairs", pairs, "--out", join(folder, "model")]);
  const model = await readTrained(join(folder, "model"));
  expect(model.entries["phone"]?.with?.[0]?.[0]).toBe("case");
  expect(model.cards["case"]?.title).toBe("Clear case");
});
