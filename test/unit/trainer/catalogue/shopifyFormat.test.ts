import { expect, test } from "vitest";
import { catalogueOf } from "../../../support/catalogues.ts";
import { csv } from "../../../support/training.ts";

const HEADER = [
  ...["Handle", "Title", "Body (HTML)", "Vendor", "Product Category", "Type", "Tags", "Published", "Option1 Name", "Option1 Value"],
  ...["Option2 Name", "Option2 Value", "Variant SKU", "Variant Grams", "Variant Inventory Tracker", "Variant Inventory Qty"],
  ...["Variant Inventory Policy", "Variant Price", "Image Src", "Image Position", "Gift Card", "Cost per item", "Status"],
  ...["Fabric (product.metafields.shopify.fabric)", "Rating (product.metafields.reviews.rating)"],
  "Complementary products (product.metafields.shopify--discovery--product_recommendation.complementary_products)",
];
const row = (cells: Readonly<Record<string, string>>) => HEADER.map((name) => cells[name.replace(/ \(product.*/, "")] ?? "");
const tee = { Handle: "tee", "Variant Grams": "180", "Variant Inventory Tracker": "shopify", "Variant Inventory Policy": "deny" };
const ROWS = [
  row({
    ...tee,
    ...{
      Title: "Tee &amp; Co",
      "Body (HTML)": "<p>secret, 1</p>",
      Vendor: "Aster",
      "Product Category": "Apparel > Shirts",
      Type: "T-Shirt",
    },
    ...{
      Tags: "summer, cotton",
      Published: "true",
      Status: "active",
      "Gift Card": "false",
      Fabric: "cotton; linen",
      Rating: '{"scale_min":"1.0","value":"4.5"}',
    },
    ...{
      "Option1 Name": "Size",
      "Option1 Value": "M",
      "Option2 Name": "Colour",
      "Option2 Value": "Red",
      "Variant SKU": "T-M",
      "Variant Inventory Qty": "0",
    },
    ...{
      "Variant Price": "19.90",
      "Image Src": "/2.jpg",
      "Image Position": "2",
      "Cost per item": "7.77",
      "Complementary products": "mug; gone",
    },
  }),
  row({
    ...tee,
    "Option1 Value": "S",
    "Option2 Value": "Red",
    "Variant SKU": "T-S",
    "Variant Inventory Qty": "3",
    "Variant Price": "17.90",
    "Cost per item": "6.66",
  }),
  row({ ...tee, "Option1 Value": "L", "Option2 Value": "Red", "Variant Price": "17.90" }),
  row({ Handle: "tee", "Image Src": "/1.jpg", "Image Position": "1" }),
  row({
    Handle: "mug",
    Title: "Mug",
    "Option1 Name": "Title",
    "Option1 Value": "Default Title",
    "Variant SKU": "M-1",
    "Variant Price": "9",
    Status: "active",
  }),
  row({ Handle: "card", Title: "Gift card", "Variant Price": "50", "Gift Card": "true", Status: "active" }),
  row({ Handle: "old", Title: "Old", "Variant Price": "50", Status: "archived" }),
];

test("a Shopify export: rows with one handle are one product, its variants in the order a shop lists them", async () => {
  const { byId, aliases, told, formats } = await catalogueOf({ "products.csv": csv(HEADER, ...ROWS) });
  expect(formats).toEqual(["Shopify export"]);
  expect(Object.keys(byId)).toEqual(["mug", "tee"]);
  expect(byId["tee"]?.card).toEqual({
    title: "Tee & Co",
    brand: "Aster",
    image: "/1.jpg",
    price: 1790,
    categories: ["Apparel", "Shirts", "T-Shirt"],
    tags: ["summer", "cotton"],
    attributes: { Fabric: "cotton, linen", "shipping weight": "180 g" },
    rating: [4.5, 0],
    variants: [
      { id: "T-S", options: { Size: "S", Colour: "Red" } },
      { id: "T-M", options: { Size: "M", Colour: "Red" }, price: 1990, available: false },
    ],
  });
  expect(byId["tee"]).toMatchObject({ accessories: ["mug"], cost: 666 });
  expect(byId["mug"]?.card).toEqual({ title: "Mug", price: 900 });
  expect([aliases.get("T-M"), aliases.get("M-1")]).toEqual(["tee", "mug"]);
  expect(told).toMatch(/1 × variant without an SKU \(products\.csv, row 4, handle tee\)/);
  expect(told).toMatch(/1 × gift card \(card\)/);
  expect(told).toMatch(/1 × draft or archived product \(old\)/);
  expect(told).toMatch(/1 × relation to a product that is not in the catalogue \(.*gone\)/);
});

test("row 153: the rows of a Shopify export in another order, or in two files, are the same catalogue", async () => {
  const whole = await catalogueOf({ "a.csv": csv(HEADER, ...ROWS) });
  const parts = await catalogueOf({
    "z.csv": csv(HEADER, ...ROWS.toReversed().slice(0, 4)),
    "b.csv": csv(HEADER, ...ROWS.toReversed().slice(4)),
  });
  expect(parts.items).toEqual(whole.items);
});

test("the later headers of Shopify mean the same", async () => {
  const header = [
    "Title",
    "URL handle",
    "Vendor",
    "SKU",
    "Price",
    "Option1 name",
    "Option1 value",
    "Inventory tracker",
    "Inventory quantity",
    "Product image URL",
  ];
  const { byId } = await catalogueOf({
    "p.csv": csv(header, ["Mug", "mug", "Aster", "M-1", "9.50", "Title", "Default Title", "shopify", "-2", "/m.jpg"]),
  });
  expect(byId["mug"]?.card).toEqual({ title: "Mug", brand: "Aster", price: 950, image: "/m.jpg", available: false });
});

test("a handle whose first row is missing is told, with what to do", async () => {
  const rows = [
    ["mug", "Mug", "9", "M"],
    ["tee", "", "12", "T"],
    ["", "", "12", "U"],
  ];
  const { told, items } = await catalogueOf({ "p.csv": csv(["Handle", "Title", "Variant Price", "Variant SKU"], ...rows) });
  expect(items).toHaveLength(1);
  expect(told).toMatch(/1 × product without a title \(p\.csv, row 3, handle tee\): the row with the title is missing/);
  expect(told).toMatch(/1 × row without a handle \(p\.csv, row 4\)/);
});
