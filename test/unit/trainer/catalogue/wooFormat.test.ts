import { expect, test } from "vitest";
import { catalogueOf } from "../../../support/catalogues.ts";
import { csv } from "../../../support/training.ts";

const HEADER = [
  ...[
    "ID",
    "Type",
    "SKU",
    "Name",
    "Published",
    "Visibility in catalog",
    "Date sale price ends",
    "In stock?",
    "Backorders allowed?",
    "Sale price",
  ],
  ...["Regular price", "Categories", "Tags", "Images", "Parent", "Upsells", "Cross-sells", "External URL"],
  ...["Attribute 1 name", "Attribute 1 value(s)", "Attribute 2 name", "Attribute 2 value(s)", "cost"],
];
const row = (cells: Readonly<Record<string, string>>) =>
  HEADER.map((name) => cells[name] ?? (name === "Published" || name === "In stock?" ? "1" : ""));
const boots = { Type: "variation", Name: "Boots", Parent: "B", "Attribute 1 name": "Size" };
const ROWS = [
  row({
    ...{
      ID: "10",
      Type: "variable",
      SKU: "B",
      Name: "Boots &#8211; tall",
      Categories: "Sale, Clothing > Shoes\\, boots > Winter",
      Tags: "warm, new",
    },
    ...{ Images: "https://x/a.jpg, https://x/b.jpg", Upsells: "id:20", "Cross-sells": "SOCK, id:99" },
    ...{ "Attribute 1 name": "Size", "Attribute 1 value(s)": "40, 41, 42", "Attribute 2 name": "Lining", "Attribute 2 value(s)": "wool" },
  }),
  row({ ...boots, ID: "12", SKU: "B-41", "Regular price": "129", "Attribute 1 value(s)": "41", "In stock?": "0" }),
  row({ ...boots, ID: "11", SKU: "B-40", "Regular price": "119", "Attribute 1 value(s)": "40", cost: "55.55" }),
  row({ ...boots, ID: "13", SKU: "B-42", "Regular price": "129", "Attribute 1 value(s)": "42", Published: "-1" }),
  row({
    ID: "20",
    Type: "simple",
    SKU: "",
    Name: "Better boots",
    "Regular price": "199",
    "Sale price": "179",
    "Date sale price ends": "2026-02-01",
    Categories: "Boots",
  }),
  row({
    ID: "30",
    Type: "simple, virtual",
    SKU: "SOCK",
    Name: "Socks",
    "Regular price": "9,90",
    "Sale price": "7,90",
    "Date sale price ends": "2025-12-31",
  }),
  row({ ID: "40", Type: "external", Name: "Boot trees", "Regular price": "20", "External URL": "https://www.trees.example/1" }),
  row({ ID: "50", Type: "simple", Name: "Draft", Published: "0" }),
  row({ ID: "60", Type: "simple", Name: "Hidden", "Visibility in catalog": "hidden" }),
  row({ ID: "70", Type: "variation", Name: "Orphan", Parent: "id:999", "Attribute 1 name": "Size", "Attribute 1 value(s)": "1" }),
];

test("a WooCommerce export: variations join their parent, cross-sells are accessories and up-sells upgrades", async () => {
  const { byId, aliases, told, formats } = await catalogueOf({ "products.csv": csv(HEADER, ...ROWS) });
  expect(formats).toEqual(["WooCommerce export"]);
  expect(Object.keys(byId)).toEqual(["10", "20", "30", "40"]);
  expect(byId["10"]?.card).toEqual({
    title: "Boots – tall",
    image: "https://x/a.jpg",
    price: 11_900,
    categories: ["Clothing", "Shoes, boots", "Winter"],
    tags: ["warm", "new"],
    attributes: { Lining: "wool" },
    variants: [
      { id: "11", options: { Size: "40" } },
      { id: "12", options: { Size: "41" }, price: 12_900, available: false },
    ],
  });
  expect(byId["10"]).toMatchObject({ accessories: ["30"], upgrades: ["20"], cost: 5555 });
  expect(byId["20"]?.card.price).toBe(17_900);
  expect(byId["30"]?.card.price).toBe(990);
  expect(byId["40"]?.card).toMatchObject({ kind: "partner", by: "trees.example", url: "https://www.trees.example/1" });
  expect([aliases.get("B"), aliases.get("B-41"), aliases.get("12"), aliases.get("SOCK")]).toEqual(["10", "10", "10", "30"]);
  expect(told).toMatch(/1 × product that is not published/);
  expect(told).toMatch(/1 × product hidden from the shop/);
});

test("a variation whose parent is missing, and a parent without an id, are told with row and cure, and the rest is read", async () => {
  const rows = [...ROWS, row({ Type: "variable", Name: "Nameless parent" })];
  const { told, items } = await catalogueOf({ "p.csv": csv(HEADER, ...rows) });
  expect(items).toHaveLength(4);
  expect(told).toMatch(/1 × variation whose parent is missing \(p\.csv, row 11, parent 999\): export all product types together/);
  expect(told).toMatch(/1 × parent without an id \(p\.csv, row 12\): export with the columns ID and SKU/);
});

test("row 153: the rows of a WooCommerce export in another order are the same catalogue", async () => {
  const one = await catalogueOf({ "p.csv": csv(HEADER, ...ROWS) });
  expect((await catalogueOf({ "p.csv": csv(HEADER, ...ROWS.toReversed()) })).items).toEqual(one.items);
});
