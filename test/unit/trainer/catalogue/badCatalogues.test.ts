import { gzipSync } from "node:zlib";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { catalogueOf } from "../../../support/catalogues.ts";
import { aFolder, csv, orderRows, readTrained, train } from "../../../support/training.ts";

beforeEach(() => void vi.spyOn(console, "log").mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

const HEADER = ["item_id", "name", "price", "category", "image", "url"] as const;
const ten = (row: (at: number) => readonly string[]) => Array.from({ length: 10 }, (_, at) => row(at));

test.each([
  ["without prices", ten((at) => [`${at}`, `Lamp ${at}`, "", `C${at}`, "/i", "/u"]), /^catalogue without prices: add a column price/m],
  ["without pictures", ten((at) => [`${at}`, `Lamp ${at}`, "1", `C${at}`, "", "/u"]), /^catalogue without pictures: add a column image/m],
  ["without addresses", ten((at) => [`${at}`, `Lamp ${at}`, "1", `C${at}`, "/i", ""]), /^catalogue without addresses: add a column url/m],
  [
    "without categories",
    ten((at) => [`${at}`, `Lamp ${at}`, "1", "", "/i", "/u"]),
    /^catalogue without categories: add a column category/m,
  ],
  [
    "of one category",
    ten((at) => [`${at}`, `Lamp ${at}`, "1", "All", "/i", "/u"]),
    /^catalogue with the one category "All": add narrower categories/m,
  ],
])("a catalogue %s is read, with a word on what that costs", async (_, rows, word) => {
  const { told, items } = await catalogueOf({ "p.csv": csv(HEADER, ...rows) });
  expect(items).toHaveLength(10);
  expect(told).toMatch(word);
});

test("ids given twice, blank names and missing ids are told with their rows, and one of each id is kept", async () => {
  const rows = [
    ["1", "Lamp", "5", "A", "", ""],
    ["1", "Lampion", "5", "A", "", ""],
    ["2", " ", "5", "A", "", ""],
    ["", "No id", "5", "A", "", ""],
  ];
  const { told, byId } = await catalogueOf({ "p.csv": csv(HEADER, ...rows) });
  expect(byId["1"]?.card.title).toBe("Lamp");
  expect(told).toMatch(/1 × id given before \(p\.csv, row 3, product 1, as in p\.csv, row 2\): give each product one row/);
  expect(told).toMatch(/1 × product without a name \(p\.csv, row 4, product 2\)/);
  expect(told).toMatch(/1 × product without an id \(p\.csv, row 5\)/);
});

test("prices that are no sums or in another currency are told, and the product stays", async () => {
  const rows = [
    ["1", "Lamp", "cheap", "A"],
    ["2", "Desk", "5 USD", "A"],
    ["3", "Chair", "5 EUR", "A"],
    ["4", "Sofa", "7 EUR", "A"],
  ];
  const { told, byId } = await catalogueOf({ "p.csv": csv(HEADER.slice(0, 4), ...rows) });
  expect([byId["1"]?.card.price, byId["2"]?.card.price, byId["3"]?.card.price]).toEqual([undefined, undefined, 500]);
  expect(told).toMatch(/1 × price not a sum \(p\.csv, row 2, product 1: "cheap"\): write it as in 12\.90/);
  expect(told).toMatch(/1 × price in another currency \(p\.csv, row 3, product 2\): USD where the model is in EUR/);
});

test.each([
  ["an empty file", "", /p\.csv: the file is empty; a catalogue has a header/],
  ["blank lines only", "\n \n", /p\.csv: the file is empty/],
  ["a header only", "item_id,name\n", /p\.csv: there is no product in it/],
  [
    "blank names only",
    "item_id,name\n1,\n2,\n",
    /there is no product in it; 2 × product without a name \(p\.csv, row 2, product 1; p\.csv, row 3, product 2\)/,
  ],
  ["a list of JSON", '[{"item_id":"1","name":"x"}]', /p\.csv is one JSON list; write one object a line/],
  ["JSON without names", '{"item_id":"1"}\n', /needed columns are missing[\s\S]*name[\s\S]*found:\s+item_id/],
  [
    "half a gzip file",
    gzipSync(csv(HEADER, ...ten((at) => [`${at}`, "Lamp", "1", "A", "", ""]))).subarray(0, 60),
    /p\.csv: .*(unexpected end|there is no product)/,
  ],
])("%s is an error that names the file and what is wrong", async (_, text, message) => {
  await expect(catalogueOf({ "p.csv": text })).rejects.toThrow(message);
});

test("lines that are not JSON are told by number, and the rest is read", async () => {
  const { told, items } = await catalogueOf({ "p.jsonl": '{"item_id":"1","name":"Lamp"}\n{oops\n\n7\n{"item_id":"2","name":"Desk"}' });
  expect(items).toHaveLength(2);
  expect(told).toMatch(/2 × line that is not a JSON object \(.*p\.jsonl, line 2; .*p\.jsonl, line 4\): write one product a line/);
});

test("a broken catalogue leaves the old model as it was", async () => {
  const orders = csv(["order_id", "item_id"], ...orderRows("a", 30, "phone", "case"));
  const { folder, manifest, texts } = await train({ orders });
  const file = join(await aFolder(), "model");
  await expect(train({ catalogue: "<rss><channel><item><g:id>1</channel></rss>", folder })).rejects.toThrow(
    /line 1, column \d+: the XML is broken/,
  );
  await expect(train({ catalogue: "", folder })).rejects.toThrow(/the file is empty/);
  await expect(readFile(file)).rejects.toThrow("ENOENT");
  expect(await readTrained(folder)).toMatchObject({ manifest, texts });
});

test("row 101: products and columns called like parts of JavaScript are like any other", async () => {
  const lines = '{"item_id":"__proto__","name":"constructor","attributes":{"__proto__":"x","toString":"y"},"__proto__":{"name":"z"}}';
  const { items } = await catalogueOf({ "p.jsonl": lines });
  expect(items[0]?.card.title).toBe("constructor");
  expect(Object.entries(items[0]?.card.attributes ?? {})).toEqual([
    ["__proto__", "x"],
    ["toString", "y"],
  ]);
  expect(({} as { name?: unknown }).name).toBeUndefined();
});
