import { expect, test } from "vitest";
import { readTrades, type TradeNames } from "../../../../../widget/browser/platforms/datalayer/readTrades.ts";

/** What gtag pushes: its own arguments, which are no array. */
const gtag = (...command: readonly unknown[]): object => Object.assign({ length: command.length }, command);
const read = (entry: unknown, names: TradeNames = {}) => readTrades(entry, names);
const item = { item_id: "M1", item_name: "Mug &amp; lid", price: 19.9, quantity: 2 };
const mug = { product: "M1", title: "Mug & lid", price: { minor: 1990, currency: "USD" }, quantity: 2 };

test.each([
  ["view_item", "view"],
  ["add_to_cart", "add"],
  ["addToCart", "add"],
  ["remove_from_cart", "remove"],
  ["view_cart", "cart"],
  ["begin_checkout", "checkout"],
  ["add_shipping_info", "checkout"],
  ["add_payment_info", "checkout"],
  ["purchase", "purchase"],
] as const)("%s of GA4 is a %s, by push and by gtag", (event, kind) => {
  const told = { kind, currency: "USD", items: [mug] };
  expect(read({ event, ecommerce: { currency: "usd", items: [item] } })).toEqual([{ ...told, form: "ecommerce" }]);
  expect(read(gtag("event", event, { currency: "USD", items: [item] }))).toEqual([{ ...told, form: "gtag" }]);
  expect(read(["event", event, { currency: "USD", items: [item] }])).toEqual([{ ...told, form: "gtag" }]);
});

test.each(["detail", "add", "remove", "checkout", "purchase"] as const)("%s of Metrica and of Universal Analytics is read", (member) => {
  const products = [{ id: 12, name: "Кружка", price: "1 990,00", quantity: 1 }];
  const kind = member === "detail" ? "view" : member;
  expect(read({ ecommerce: { currencyCode: "RUB", [member]: { products } } })).toEqual([
    {
      kind,
      form: "enhanced",
      currency: "RUB",
      items: [{ product: "12", title: "Кружка", price: { minor: 199_000, currency: "RUB" }, quantity: 1 }],
    },
  ]);
});

test("an order has its id and what it came to", () => {
  const order = { transaction_id: "T1", value: 39.8, currency: "USD", items: [item] };
  const told = { id: "T1", total: { minor: 3980, currency: "USD" } };
  expect(read({ event: "purchase", ecommerce: order })).toMatchObject([told]);
  const purchase = { actionField: { id: "T1", revenue: "39.80" }, products: [{ id: "M1", price: 39.8 }] };
  expect(read({ event: "done", ecommerce: { currencyCode: "USD", purchase } })).toMatchObject([told]);
});

test.each([
  ["nothing", undefined],
  ["a text", "add_to_cart"],
  ["what clears the last one", { ecommerce: null }],
  ["what a tag manager pushes", { event: "gtm.js", "gtm.start": 1 }],
  ["a list that is looked at", { event: "view_item_list", ecommerce: { items: [item] } }],
  ["a word every object knows", { event: "constructor", ecommerce: { items: [item] } }],
  ["no list of items", { event: "add_to_cart", ecommerce: { items: { 0: item } } }],
  ["another command of gtag's", gtag("config", "G-1", { items: [item] })],
  ["impressions", { ecommerce: { impressions: [{ id: 1 }] } }],
  ["a member that is no group", { ecommerce: { add: "yes", detail: { products: "all" } } }],
])("%s is no trade", (_, entry) => {
  expect(read(entry)).toEqual([]);
});

test.each([
  ["without an id", { item_name: "Mug" }],
  ["of no whole quantity", { ...item, quantity: 1.5 }],
  ["of less than one", { ...item, quantity: 0 }],
  ["of no number", { ...item, quantity: "many" }],
  ["that is none", null],
])("an item %s is left out", (_, odd) => {
  expect(read({ event: "add_to_cart", ecommerce: { currency: "USD", items: [odd, item] } })[0]?.items).toEqual([mug]);
});

test.each([
  ["without a currency", { items: [item] }, undefined],
  ["in no currency there is", { currency: "$", items: [item] }, undefined],
  ["in the currency of its items", { items: [{ ...item, currency: "PLN" }] }, { minor: 1990, currency: "PLN" }],
  ["below 0", { currency: "USD", items: [{ ...item, price: -1 }] }, undefined],
])("a price %s is %o", (_, ecommerce, price) => {
  expect(read({ event: "add_to_cart", ecommerce })[0]?.items[0]?.price).toEqual(price);
});

test("the shop says which fields name product and variant, what of a name is its id, and which currency it trades in", () => {
  const names = { product: "sku", variant: "dimension1", pattern: /^shopify_[A-Z]+_(\d+)/, currency: "EUR" };
  const items = [
    { ...item, sku: "shopify_DE_77_88", dimension1: 88 },
    { ...item, sku: "77" },
  ];
  expect(read({ event: "add_to_cart", ecommerce: { items } }, names)[0]?.items).toEqual([
    { ...mug, product: "77", variant: "88", price: { minor: 1990, currency: "EUR" } },
  ]);
});
