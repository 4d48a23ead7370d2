import { expect, test } from "vitest";
import { catalogueOf } from "../../../support/catalogues.ts";

const tsv = (...rows: readonly (readonly string[])[]) => `${rows.map((row) => row.join("\t")).join("\n")}\n`;

const HEADER = [
  ...["id", "title", "link", "image_link", "availability", "price", "sale_price", "sale_price_effective_date", "brand", "item_group_id"],
  ...["product_type", "google_product_category", "color", "size", "unit_pricing_measure", "unit_pricing_base_measure"],
  ...["cost_of_goods_sold", "product_detail", "custom_label_0", "orders"],
];
const row = (cells: Readonly<Record<string, string>>) => HEADER.map((name) => cells[name] ?? "");
const tee = { item_group_id: "tee", brand: "Aster", color: "red", product_type: "Clothing > Shirts", availability: "in_stock" };
const ROWS = [
  row({
    ...tee,
    id: "tee-m",
    title: "Tee - red, M",
    link: "/tee",
    image_link: "/m.jpg",
    price: "12.90 EUR",
    size: "M",
    cost_of_goods_sold: "4.44 EUR",
  }),
  row({
    ...tee,
    id: "tee-s",
    title: "Tee - red, S",
    link: "/tee",
    image_link: "/s.jpg",
    price: "13.90 EUR",
    size: "S",
    availability: "out_of_stock",
  }),
  row({
    ...{
      id: "oil",
      title: "Olive oil",
      price: "15.00 EUR",
      sale_price: "12.00 EUR",
      sale_price_effective_date: "2025-12-01T00:00+0100/2026-01-31T00:00+0100",
    },
    ...{
      google_product_category: "Food > Oils",
      unit_pricing_measure: "750 ml",
      unit_pricing_base_measure: "100 ml",
      custom_label_0: "high margin",
    },
    ...{ product_detail: "General:Acidity:0.3 %,General:Origin:Crete", orders: "31" },
  }),
  row({
    id: "salt",
    title: "Salt",
    price: "2.00 EUR",
    sale_price: "1.00 EUR",
    sale_price_effective_date: "2025-01-01/2025-02-01",
    unit_pricing_measure: "500g",
  }),
];

test("a Merchant feed in a table: items of a group are variants, told apart by what differs", async () => {
  const { byId, aliases, currency, formats } = await catalogueOf({ "feed.txt": tsv(HEADER, ...ROWS) });
  expect([formats, currency]).toEqual([["Google Merchant feed"], "EUR"]);
  expect(byId["tee"]?.card).toEqual({
    title: "Tee - red",
    url: "/tee",
    image: "/m.jpg",
    price: 1290,
    brand: "Aster",
    categories: ["Clothing", "Shirts"],
    attributes: { color: "red" },
    variants: [
      { id: "tee-s", options: { size: "S" }, price: 1390, available: false },
      { id: "tee-m", options: { size: "M" } },
    ],
  });
  expect(byId["tee"]?.cost).toBe(444);
  expect(aliases.get("tee-s")).toBe("tee");
  expect(byId["oil"]?.card).toEqual({
    title: "Olive oil",
    price: 1200,
    unit: [160, "100 ml"],
    categories: ["Food", "Oils"],
    attributes: { Acidity: "0.3 %", Origin: "Crete" },
  });
  expect(byId["oil"]?.orders).toBe(31);
  expect(byId["salt"]?.card).toMatchObject({ price: 200, unit: [400, "1 kg"] });
});

const item = (body: string) => `<item>${body}</item>`;
const rss = (...items: readonly string[]) =>
  `<?xml version="1.0"?>\n<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Shop</title><link>/</link>\n${items.join("\n")}</channel></rss>`;
const TEE = item(
  `<title>wrong</title><g:id>1</g:id><g:title><![CDATA[Salt &amp; pepper]]></g:title><link>/1</link><g:price>12.90 EUR</g:price><g:shipping><g:price>4.90 EUR</g:price></g:shipping>
   <g:product_type>A &gt; B</g:product_type><g:product_type>C</g:product_type>
   <g:product_detail><g:section_name>General</g:section_name><g:attribute_name>Depth</g:attribute_name><g:attribute_value>5 cm</g:attribute_value></g:product_detail>
   <g:product_detail><g:attribute_name>Width</g:attribute_name><g:attribute_value>9 cm</g:attribute_value></g:product_detail>`,
);

test("a Merchant feed in RSS", async () => {
  const { byId, formats } = await catalogueOf({ "feed.xml": rss(TEE) });
  expect(formats).toEqual(["Google Merchant feed, XML"]);
  expect(byId["1"]?.card).toEqual({
    title: "Salt & pepper",
    url: "/1",
    price: 1290,
    categories: ["A", "B"],
    attributes: { Depth: "5 cm", Width: "9 cm" },
  });
});

test("a Merchant feed in Atom, with another prefix for Google's fields", async () => {
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:goog="http://base.google.com/ns/1.0"><title>Shop</title>
    <entry><goog:id>shopify_DE_77_88</goog:id><title>Lamp</title><link rel="alternate" href="/lamp"/><goog:price>20 EUR</goog:price></entry></feed>`;
  const { byId, aliases } = await catalogueOf({ "feed.xml": feed });
  expect(byId["77"]?.card).toEqual({ title: "Lamp", url: "/lamp", price: 2000 });
  expect([aliases.get("88"), aliases.get("shopify_DE_77_88")]).toEqual(["77", "77"]);
});

test.each([
  [
    "an element that is not closed",
    rss("<item><g:id>1</g:title></item>"),
    /feed\.xml, line 3, column \d+: the XML is broken \(.*\); write & as/,
  ],
  ["a file that ends too early", "<rss><channel>\n<item><g:id>1</g:id>", /feed\.xml, line 2, column \d+: the XML is broken/],
  [
    "a bare ampersand",
    rss(item("<g:id>1</g:id><g:title>Salt & pepper</g:title>")),
    /feed\.xml, line 3, column \d+: the XML is broken .*&amp;/,
  ],
  ["a web page", "<!doctype html><html><body><p>Not found<br></body></html>", /feed\.xml, line 1, column \d+: the XML is broken/],
  ["no item", "<rss><channel></channel></rss>", /feed\.xml: there is no product in it; 1 × feed without a product/],
])("broken XML is an error with its line and column: %s", async (_, text, message) => {
  await expect(catalogueOf({ "feed.xml": text })).rejects.toThrow(message);
});

test("a bomb of entities is an error at once, and outside entities are not read", async () => {
  const entities = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};&e${at};&e${at};">`).join("");
  const bomb = `<!DOCTYPE rss [<!ENTITY e0 "boom">${entities}]>${rss(item("<g:id>1</g:id><g:title>&e30;</g:title>")).slice(22)}`;
  await expect(catalogueOf({ "feed.xml": bomb })).rejects.toThrow(/undefined entity/);
  const outside = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item("<g:id>1</g:id><g:title>&x;</g:title>")).slice(22)}`;
  await expect(catalogueOf({ "feed.xml": outside })).rejects.toThrow(/undefined entity/);
});

test("row 147: XML in the encoding it tells", async () => {
  const feed = rss(item("<g:id>1</g:id><g:title>Café</g:title>")).replace('"1.0"?', '"1.0" encoding="ISO-8859-1"?');
  expect((await catalogueOf({ "feed.xml": Buffer.from(feed, "latin1") })).byId["1"]?.card.title).toBe("Café");
});
