import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Shard } from "../../../widget/types/model.ts";
import { openDatabase } from "../../../widget/trainer/reading/database.ts";
import { runTrain } from "../../../widget/trainer/runTrain.ts";
import { aFolder, csv, orderRows, readTrained, train } from "../../support/training.ts";
import { hearPrinted } from "../../support/hearPrinted.ts";

const { said, clear } = hearPrinted();

const HEADER = ["order_id", "item_id"] as const;
/** Phones with cases, watches with straps, and orders of one thing. */
const ROWS = [
  ...orderRows("a", 30, "phone", "case"),
  ...orderRows("b", 20, "watch", "strap"),
  ...orderRows("c", 25, "phone"),
  ...orderRows("d", 25, "watch"),
];
const ORDERS = csv(HEADER, ...ROWS);
const CATALOGUE = csv(
  ["item_id", "name", "price", "category", "sku", "cost", "customer_email"],
  ["phone", "Aster 9", "499.00", "Electronics/Phones", "SKU-1|4006381333931", "123.45", "eve@example.com"],
  ["case", "Clear case", "19.90", "Electronics/Cases", "SKU-2", "123.45", "eve@example.com"],
  ["watch", "Watch", "199.00", "Electronics/Watches", "", "123.45", "eve@example.com"],
  ["strap", "Strap", "9.90", "Electronics/Straps", "", "123.45", "eve@example.com"],
);
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((item, at) => ({ item, key: (at * 7919) % 1009 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

test("what is bought together goes together, with its share, and the card of what it leads to", async () => {
  const model = await train({ orders: ORDERS });
  const [first] = model.entries["phone"]?.with ?? [];
  expect(first).toEqual(["case", expect.any(Number), expect.any(Number), 55]);
  expect(model.manifest).toMatchObject({ format: 1, date: "2026-01-02", currency: "EUR", counts: { orders: 100, products: 4 }, shards: 2 });
  expect(model.cards["case"]).toEqual({ title: "case" });
  expect(model.head.best.map(([id]) => id).sort()).toEqual(["case", "phone", "strap", "watch"]);
  expect(said()).toMatch(/150 lines, 100 orders with 4 products/);
});

test("row 153: the same rows in any order give the same bytes", async () => {
  const [header = [], ...rows] = CATALOGUE.trim()
    .split("\n")
    .map((line) => line.split(","));
  const one = await train({ orders: ORDERS, catalogue: CATALOGUE });
  const other = await train({ orders: csv(HEADER, ...shuffled(ROWS)), catalogue: csv(header, ...shuffled(rows)) });
  expect(other.manifest).toEqual(one.manifest);
  expect(other.texts).toEqual(one.texts);
});

test("row 153: the same rows in one file or many, of whatever kind, give the same bytes", async () => {
  const one = await train({ orders: ORDERS });
  const folder = await aFolder();
  await writeFile(join(folder, "9.csv"), csv(HEADER, ...ROWS.slice(0, 40)));
  await writeFile(
    join(folder, "10.jsonl"),
    ROWS.slice(40, 90)
      .map(([order, item]) => JSON.stringify({ order, item }))
      .join("\n"),
  );
  await writeFile(
    join(folder, "11.csv.gz"),
    gzipSync(csv(["Artikelnummer", "Bestellnummer"], ...ROWS.slice(90).map(([o, i]) => [i, o])).replaceAll(",", ";")),
  );
  await runTrain(["--orders", join(folder, "*.*"), "--out", join(folder, "m"), "--date", "2026-01-02"]);
  const many = await readTrained(join(folder, "m"));
  expect(many.manifest).toEqual(one.manifest);
  expect(many.texts).toEqual(one.texts);
});

test("row 150: lines given twice, interleaved or in two files count once", async () => {
  const once = await train({ orders: ORDERS });
  const twice = await train({ orders: csv(HEADER, ...shuffled([...ROWS, ...ROWS])) });
  expect(twice.manifest.hash).toBe(once.manifest.hash);
});

test("row 159: no pair seen in fewer orders than asked for is in the model", async () => {
  const rows = (times: number) => csv(HEADER, ...orderRows("a", times, "phone", "case"), ...orderRows("b", 96, "watch"));
  const first = async (times: number, ...args: readonly string[]) =>
    (await train({ orders: rows(times), args })).entries["phone"]?.with?.find(([, weight]) => weight > 0)?.[0];
  expect(await first(4, "--min-orders", "5")).toBeUndefined();
  expect(await first(4, "--min-orders", "4")).toBe("case");
});

test("row 159: unless asked for, three orders show a relation in a small history and five in a large one", async () => {
  const rows = (times: number, others: number) =>
    csv(HEADER, ...orderRows("a", times, "phone", "case"), ...orderRows("b", others, "watch"));
  const first = async (times: number, others: number) =>
    (await train({ orders: rows(times, others) })).entries["phone"]?.with?.find(([, weight]) => weight > 0)?.[0];
  expect([await first(2, 96), await first(3, 96), await first(4, 5000), await first(5, 5000)]).toEqual([
    undefined,
    "case",
    undefined,
    "case",
  ]);
});

test("shares are rounded to 5 per cent, and no count of orders is written", async () => {
  const model = await train({
    orders: csv(HEADER, ...orderRows("a", 37, "phone", "case"), ...orderRows("b", 63, "phone"), ...orderRows("c", 50, "strap")),
  });
  expect(model.entries["phone"]?.with?.[0]?.[3]).toBe(35);
  expect([...model.texts.values()].join()).not.toMatch(/\b37\b/);
});

test("SKUs and variant ids in the orders meet the product of the catalogue", async () => {
  const variants = '[{"id":"phone-128","options":{"memory":"128 GB"},"price":499}]';
  const catalogue = csv(
    ["item_id", "name", "sku", "variants"],
    ["phone", "Aster 9", "SKU-1", variants],
    ["case", "Case", "SKU-2|phone", ""],
  );
  const rows = [
    ...orderRows("a", 10, "phone-128", "SKU-2"),
    ...orderRows("b", 10, "SKU-1", "case"),
    ...orderRows("c", 20, "phone"),
    ...orderRows("d", 37, "case"),
    ...orderRows("e", 3, "gone"),
  ];
  const model = await train({ orders: csv(HEADER, ...rows), catalogue });
  expect(model.entries["phone"]?.with?.[0]?.[0]).toBe("case");
  expect(model.aliases).toEqual({ "SKU-1": "phone", "SKU-2": "case", "phone-128": "phone" });
  expect(said()).toMatch(/97 % of the lines/);
  expect(said()).toMatch(/3 × item not in the catalogue/);
});

test("stops when less than half of the order lines name a product of the catalogue", async () => {
  const folder = await aFolder();
  const strangers = csv(HEADER, ...orderRows("a", 10, "SKU-9", "phone"), ...orderRows("b", 1, "SKU-8"));
  await expect(train({ orders: strangers, catalogue: CATALOGUE, folder })).rejects.toThrow(/only 47\.6 %.*SKU-9, SKU-8/);
  expect(await readdir(folder)).toEqual([]);
});

test("row 151: lines without ids, without pieces and of cancelled orders are left out and counted", async () => {
  const rows = [
    ["", "phone", "1", "paid"],
    ["x1", " ", "1", "paid"],
    ["x2", "phone", "0", "paid"],
    ["x3", "phone", "-1", "paid"],
    ["x4", "phone", "NaN", "paid"],
    ["x5", "phone", "1e308", "paid"],
    ["x6", "phone", "1", "Cancelled"],
    ["x7", "phone", "", "partially_refunded"],
    ["x8", "phone", "1,5", "paid"],
  ];
  const model = await train({ orders: csv(["order", "sku", "qty", "status"], ...rows) });
  expect(model.manifest.counts).toEqual({ orders: 2, products: 1 });
  expect(said()).toMatch(/1 × no order id/);
  expect(said()).toMatch(/1 × no item id/);
  expect(said()).toMatch(/4 × quantity not a number above nought/);
  expect(said()).toMatch(/1 × cancelled/);
});

test("neither costs nor columns nobody asked for reach a file", async () => {
  const model = await train({ orders: ORDERS, catalogue: CATALOGUE });
  const all = [...model.texts.values()].join();
  expect(all).toContain("Clear case");
  expect(all).not.toMatch(/123\.?45|eve@|cost|email/);
});

test("row 156: a missing column stops the run and leaves the old model as it was", async () => {
  const { folder, manifest } = await train({ orders: ORDERS });
  const before = await readdir(folder, { recursive: true });
  await expect(train({ orders: csv(["Vorgang", "item_id"], ["1", "phone"]), folder })).rejects.toThrow(
    /needed:[\s\S]*order_id[\s\S]*found:[\s\S]*Vorgang/,
  );
  expect(await readdir(folder, { recursive: true })).toEqual(before);
  expect((await readTrained(folder)).manifest).toEqual(manifest);
});

test("row 156: rows with too many or too few cells are named by line and the rest counts", async () => {
  const model = await train({ orders: "order_id,item_id\n1,a\n2,b,c\n3\n4,d\n" });
  expect(model.manifest.counts.orders).toBe(2);
  expect(said()).toMatch(/line 3: too many columns/);
  expect(said()).toMatch(/line 4: missing columns/);
});

test("row 148: quoted line ends and quotes belong to their cell, mixed line ends do not matter", async () => {
  const model = await train({ orders: 'order_id,item_id\r\n1,"a\nb"\n2,"say ""hi"""\r\n3,"a\nb"\n4,c\r5,c\n' });
  expect(Object.keys(model.cards).sort()).toEqual(["a\nb", "c", 'say "hi"']);
  expect(model.manifest.counts.orders).toBe(5);
});

test("row 148: line ends that begin to differ far down do not matter either", async () => {
  const rows = Array.from({ length: 60_000 }, (_, at) => `${at},product`).join("\n");
  const model = await train({ orders: `order_id,item_id\n${rows}\nx,"late\r\nand\nmixed"\r\ny,last\r\n` });
  expect(model.manifest.counts).toEqual({ orders: 60_002, products: 3 });
});

test("row 148: a quote that is not closed is named by its line", async () => {
  await expect(train({ orders: 'order_id,item_id\n1,a\n2,"b\n3,c\n' })).rejects.toThrow(/orders\.csv, line 3: a quote/);
});

test.each([
  ["UTF-8 with a mark", Buffer.from("\ufefforder_id,item_id\n1,café\n")],
  ["UTF-16", Buffer.from("\ufefforder_id,item_id\n1,café\n", "utf16le")],
  ["Windows-1252", Buffer.from("order_id,item_id\n1,café\n", "latin1")],
  ["gzip", gzipSync("order_id,item_id\n1,café\n")],
  ["semicolons", Buffer.from("order_id;item_id\n1;café\n")],
])("row 147: reads %s", async (_, orders) => {
  expect((await train({ orders })).cards).toEqual({ café: { title: "café" } });
});

test("reads Parquet", async () => {
  const folder = await aFolder();
  const file = join(folder, "orders.parquet");
  const database = await openDatabase();
  await database.run(
    `copy (select 'o' || (i // 2) as order_id, i % 2 as item_id, 1 as quantity from range(40) t(i)) to '${file}' (format parquet)`,
  );
  await database.close();
  await runTrain(["--orders", file, "--out", join(folder, "m")]);
  expect((await readTrained(join(folder, "m"))).manifest.counts).toEqual({ orders: 20, products: 2 });
});

test.each([
  ["an empty file", ""],
  ["a header only", "order_id,item_id\n"],
])("row 154: %s and no catalogue: too little data, and an earlier model stays", async (_, orders) => {
  const { folder } = await train({ orders: ORDERS });
  const before = await readdir(folder, { recursive: true });
  clear();
  const { manifest } = await train({ orders, folder });
  expect(manifest.counts.orders).toBe(100);
  expect(await readdir(folder, { recursive: true })).toEqual(before);
  expect(said()).toContain("too little data");
});

test.each([
  ["one order", csv(HEADER, ["1", "phone"], ["1", "case"])],
  ["orders of one product each", csv(HEADER, ...orderRows("a", 30, "phone"), ...orderRows("b", 30, "case"))],
  ["orders of the same product", csv(HEADER, ...orderRows("a", 30, "phone"))],
])("row 154: %s and no catalogue: too little data, and no number that is none", async (_, orders) => {
  const model = await train({ orders });
  expect(said()).toContain("too little data");
  expect(Object.values(model.entries).flatMap((entry) => entry.with?.filter(([, weight]) => weight > 0) ?? [])).toEqual([]);
  expect([...model.texts.values()].join()).not.toMatch(/NaN|null|Infinity/);
});

test.each([
  ["an empty file", ""],
  ["one order", csv(HEADER, ["1", "phone"], ["1", "case"])],
  ["orders of one product each", csv(HEADER, ...orderRows("a", 30, "phone"))],
])("row 154: %s and a catalogue: too little data, and a model of the catalogue alone", async (_, orders) => {
  const model = await train({ orders, catalogue: CATALOGUE });
  expect(said()).toContain("too little data");
  expect(model.cards["phone"]).toMatchObject({ title: "Aster 9", price: 49_900 });
  expect([...model.texts.values()].join()).not.toMatch(/NaN|null|Infinity/);
});

test("a model of the catalogue alone holds its accessories, upgrades and what is never offered together", async () => {
  const catalogue = csv(
    ["item_id", "name", "price", "category", "attributes", "accessories", "upgrades", "never", "orders"],
    ["phone", "Phone", "300", "Phones", "memory=64 GB", "case|cable|phone|nothing", "max", "cable", "7"],
    ["pro", "Pro", "400", "Phones", "memory=128 GB", "", "", "", "77"],
    ["max", "Max", "900", "Phones", "memory=256 GB", "", "", "", "3"],
    ["case", "Case", "20", "Cases", "", "", "", "", ""],
    ["cable", "Cable", "10", "Cables", "", "", "", "", ""],
  );
  const model = await train({ catalogue });
  expect(model.entries["phone"]?.with?.map(([id, , , mark]) => [id, mark])).toEqual([
    ["case", "catalogue"],
    ["cable", "catalogue"],
  ]);
  expect(model.entries["phone"]?.instead?.map(({ id, catalogue: named }) => [id, named])).toEqual([
    ["max", true],
    ["pro", undefined],
  ]);
  expect([model.entries["phone"]?.never, model.entries["cable"]?.never]).toEqual([["cable"], ["phone"]]);
  expect(model.entries["category:Phones"]?.best).toEqual(["pro", "phone", "max"]);
  expect(model.head.best[0]?.[0]).toBe("pro");
  expect(said()).toMatch(/1 × relation to a product that is not in the catalogue/);
});

test("an add-on's card carries all that decides whether it may be offered", async () => {
  const columns = [
    "item_id",
    "name",
    "price",
    "currency",
    "category",
    "brand",
    "image",
    "url",
    "stock",
    "rating",
    "reviews",
    "tags",
    "attributes",
    "kind",
    "per",
    "excludes",
    "by",
    "above",
    "fits",
    "requires",
    "oneOf",
    "accessories",
  ];
  const cells = [
    "w2",
    "Cover",
    "49.90",
    "CHF",
    "Services",
    "Aster",
    "/i.webp",
    "/w2",
    "0",
    "4.5",
    "12",
    "new|sale",
    "years=2",
    "service",
    "line",
    "w3|w4",
    "Insurer",
    "100",
    "model=A9",
    "mount=E|F",
    "sim=x",
    "",
  ];
  const phone = columns.map(
    (column) => ({ item_id: "phone", name: "Phone", price: "1'499.00", currency: "CHF", accessories: "w2" })[column] ?? "",
  );
  const model = await train({ catalogue: csv(columns, cells, phone) });
  expect(model.manifest.currency).toBe("CHF");
  expect(model.shards.find((shard) => Object.hasOwn(shard.entries, "phone"))?.cards["w2"]).toEqual({
    ...{
      title: "Cover",
      price: 4990,
      categories: ["Services"],
      brand: "Aster",
      image: "/i.webp",
      url: "/w2",
      available: false,
      rating: [4.5, 12],
    },
    ...{
      tags: ["new", "sale"],
      attributes: { years: "2" },
      kind: "service",
      per: "line",
      excludes: ["w3", "w4"],
      by: "Insurer",
      above: 10_000,
    },
    ...{ fits: { model: ["A9"] }, requires: { mount: ["E", "F"] }, oneOf: { sim: ["x"] } },
  });
});

test("what speaks against a product is kept, without a card that could offer it", async () => {
  const model = await train({ orders: csv(HEADER, ...orderRows("a", 50, "a"), ...orderRows("b", 50, "b")), args: ["--shards", "50"] });
  expect(model.entries["a"]?.with).toEqual([["b", expect.any(Number), expect.any(Number)]]);
  expect(model.entries["a"]?.with?.[0]?.[1]).toBeLessThan(0);
  expect(Object.keys(model.shards.find((shard) => Object.hasOwn(shard.entries, "a"))?.cards ?? {})).toEqual(["a"]);
});

test("a better alternative is no add-on to what it replaces, nor the other way round", async () => {
  const catalogue = csv(
    ["item_id", "name", "price", "category", "attributes"],
    ["base", "Base", "100", "Phones", "memory=64 GB"],
    ["pro", "Pro", "130", "Phones", "memory=128 GB"],
    ["x", "X", "1", "Toys", ""],
  );
  const model = await train({ orders: csv(HEADER, ...orderRows("a", 30, "base", "pro"), ...orderRows("b", 70, "x")), catalogue });
  expect(model.entries["pro"]?.never).toEqual(["base"]);
  expect(model.entries["base"]?.instead?.[0]?.id).toBe("pro");
});

test("a product hardly ever ordered borrows what goes with its category", async () => {
  const catalogue = csv(
    ["item_id", "name", "category"],
    ["p1", "P1", "Phones"],
    ["p2", "P2", "Phones"],
    ["case", "Case", "Cases"],
    ["x", "X", "Toys"],
  );
  const model = await train({
    orders: csv(HEADER, ...orderRows("a", 30, "p1", "case"), ...orderRows("b", 60, "x"), ["z", "p2"]),
    catalogue,
  });
  const weight = (id: string) => model.entries[id]?.with?.find(([other]) => other === "case")?.[1] ?? 0;
  expect(weight("p2")).toBeGreaterThan(0);
  expect(weight("p2")).toBeLessThan(weight("p1"));
});

test("row 101: products called like parts of JavaScript are products like any other", async () => {
  const model = await train({ orders: csv(HEADER, ...orderRows("a", 30, "__proto__", "constructor"), ...orderRows("b", 70, "x")) });
  expect(Object.keys(model.entries)).toEqual(expect.arrayContaining(["__proto__", "constructor"]));
  expect(({} as { with?: unknown }).with).toBeUndefined();
});

test("earlier builds stay, the last three of them, and nothing foreign is touched", async () => {
  const folder = await aFolder();
  await mkdir(join(folder, "pictures"));
  await writeFile(join(folder, ".writing-manifest.json"), "left behind");
  const builds: string[] = [];
  for (const args of [[], ["--neighbours", "1"], ["--popularity", "0.5"], ["--shards", "3"], ["--shards", "3"]])
    builds.push((await train({ orders: ORDERS, folder, args })).manifest.build);
  const names = await readdir(folder);
  expect(new Set(builds).size).toBe(4);
  expect(names.filter((name) => /^[0-9a-f]{12}$/.test(name))).toHaveLength(3);
  expect(names).toEqual(expect.arrayContaining(["pictures", "manifest.json", builds[4]]));
  expect(names.some((name) => name.startsWith("."))).toBe(false);
});

test("row 158: a folder that cannot be written to is an error, and there is no half a model", async () => {
  const folder = await aFolder();
  await writeFile(join(folder, "model"), "a file where the folder should be");
  await expect(train({ orders: ORDERS, folder: join(folder, "model") })).rejects.toThrow("EEXIST");
  expect(await readFile(join(folder, "model"), "utf8")).toBe("a file where the folder should be");
  expect(existsSync(join(folder, "manifest.json"))).toBe(false);
});

const LOCAL = ["item_id", "name", "name:de", "Name:pt-BR", "url", "url:de", "Title:de-AT", "name:not a tag", "accessories"];
const LOCAL_ROWS = [
  ["phone", "Phone", "Telefon", "Telefone", "/p/phone", "/de/p/phone", "Handy", "x", "case"],
  ["case", "Case", "Hülle", "", "/p/case", "", "", "x", ""],
];

test("names and addresses of other languages stand in folders of their own, whole", async () => {
  const model = await train({ catalogue: csv(LOCAL, ...LOCAL_ROWS), args: ["--shards", "2"] });
  expect(model.manifest.locales).toEqual(["pt-br", "de-at", "de"]);
  expect(model.cards["phone"]).toEqual({ title: "Phone", url: "/p/phone" });
  const inLanguage = (folder: string) => {
    const shards = ["0.json", "1.json"].map((name) => JSON.parse(model.texts.get(`${folder}/${name}`) ?? "{}") as Shard);
    return Object.assign({}, ...shards.map(({ cards }) => cards)) as Shard["cards"];
  };
  expect(inLanguage("de")).toEqual({ phone: { title: "Telefon", url: "/de/p/phone" }, case: { title: "Hülle", url: "/p/case" } });
  expect(inLanguage("de-at")).toEqual({ phone: { title: "Handy", url: "/de/p/phone" }, case: { title: "Hülle", url: "/p/case" } });
  expect(inLanguage("pt-br")).toEqual({ phone: { title: "Telefone", url: "/p/phone" }, case: { title: "Case", url: "/p/case" } });
  for (const at of [0, 1]) {
    const shard = (folder: string) => JSON.parse(model.texts.get(`${folder}${at}.json`) ?? "") as Shard;
    expect(shard("de/").entries).toEqual(shard("").entries);
  }
  expect(JSON.parse(model.texts.get("de/head.json") ?? "{}")).toMatchObject({ ...model.head, cards: inLanguage("de") });
  expect(said()).toContain("2 products, also in de, de-at, pt-br");
});

test("row 153: with names in several languages too, the same rows in any order give the same bytes", async () => {
  const one = await train({ catalogue: csv(LOCAL, ...LOCAL_ROWS) });
  const other = await train({ catalogue: csv(LOCAL, ...LOCAL_ROWS.toReversed()) });
  expect(other.manifest).toEqual(one.manifest);
  expect(other.texts).toEqual(one.texts);
});

test("another name in another language is another build", async () => {
  const renamed = LOCAL_ROWS.map((row) => row.map((cell) => (cell === "Telefon" ? "Telephon" : cell)));
  const [one, other] = [await train({ catalogue: csv(LOCAL, ...LOCAL_ROWS) }), await train({ catalogue: csv(LOCAL, ...renamed) })];
  expect(other.manifest.build).not.toBe(one.manifest.build);
});

test("a catalogue in one language has no folders", async () => {
  const model = await train({ catalogue: CATALOGUE });
  expect(model.manifest).not.toHaveProperty("locales");
  expect([...model.texts.keys()].filter((name) => name.includes("/"))).toEqual([]);
  expect(said()).not.toContain("also in");
});

test("terms and the price of a measure stand in the card, the price only with its measure", async () => {
  const catalogue = csv(
    ["item_id", "name", "price", "terms", "unit_price", "unit"],
    ["spray", "Spray", "9.90", "", "4.95", "100 ml"],
    ["odd", "Odd", "1", "", "4.95", ""],
    ["bad", "Bad", "1", "", "a lot", "100 ml"],
    ["care", "Care", "59", "/terms/care", "", ""],
  );
  const { cards } = await train({ catalogue });
  expect(cards["spray"]).toEqual({ title: "Spray", price: 990, unit: [495, "100 ml"] });
  expect([cards["odd"], cards["bad"]]).toEqual([
    { title: "Odd", price: 100 },
    { title: "Bad", price: 100 },
  ]);
  expect(cards["care"]).toEqual({ title: "Care", price: 5900, terms: "/terms/care" });
});
