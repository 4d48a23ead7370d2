import { expect, test } from "vitest";
import { findAlternatives } from "../../../../widget/trainer/alternatives/findAlternatives.ts";
import type { Better } from "../../../../widget/trainer/alternatives/directions.ts";
import { rankAlternative } from "../../../../widget/trainer/alternatives/rank.ts";
import type { Item } from "../../../../widget/trainer/catalogue/readCatalogue.ts";
import type { Card } from "../../../../widget/types/model.ts";

const BAND = { from: 1.05, to: 2 };

const anItem = (id: string, card: Partial<Card>, over: Partial<Item> = {}): Item => ({
  id,
  card: { title: id, categories: ["Electronics", "Phones"], price: 10_000, ...card },
  local: new Map(),
  accessories: [],
  upgrades: [],
  never: [],
  orders: 0,
  ...over,
});
const memory = (gb: number) => ({ attributes: { memory: `${gb} GB` } });
const rowsOf = (...items: readonly Item[]) => findAlternatives(items, { band: BAND, orders: () => 1 }).get("base") ?? [];

test("a dearer product of the same type with something better is an alternative, with what is better", () => {
  expect(rowsOf(anItem("base", memory(64)), anItem("pro", { price: 12_500, ...memory(128) }))).toEqual([
    { id: "pro", score: 127, differences: [{ attribute: "memory", from: "64 GB", to: "128 GB", better: true }] },
  ]);
});

test("what both titles say already is no difference", () => {
  const base = anItem("base", { title: "Aster 9", attributes: { model: "Aster 9", memory: "64 GB" } });
  const pro = anItem("pro", { title: "Aster 9 Plus", price: 12_500, attributes: { model: "Aster 9 Plus", memory: "128 GB" } });
  expect(rowsOf(base, pro)[0]?.differences.map(({ attribute }) => attribute)).toEqual(["memory"]);
});

test.each<[string, Item]>([
  ["cheaper", anItem("x", { price: 9_000, ...memory(128) })],
  ["hardly dearer", anItem("x", { price: 10_400, ...memory(128) })],
  ["far dearer", anItem("x", { price: 20_100, ...memory(128) })],
  ["of another type", anItem("x", { price: 12_500, categories: ["Electronics", "Tablets"], ...memory(128) })],
  ["of another type attribute", anItem("x", { price: 12_500, attributes: { memory: "128 GB", type: "senior" } })],
  ["a service", anItem("x", { price: 12_500, kind: "service", ...memory(128) })],
  ["a partner's", anItem("x", { price: 12_500, kind: "partner", ...memory(128) })],
  ["made for something else", anItem("x", { price: 12_500, fits: { model: ["Aster 8"] }, ...memory(128) })],
  ["without a price", anItem("x", { ...memory(128), price: 0 })],
])("a product that is %s is none", (_, other) => {
  expect(rowsOf(anItem("base", { fits: { model: ["Aster 9"] }, ...memory(64) }), other)).toEqual([]);
});

test("what fits at least the same things is one", () => {
  const base = anItem("base", { fits: { model: ["A9"] }, ...memory(64) });
  const wide = anItem("wide", { price: 12_500, fits: { model: ["A9", "A9 Max"] }, ...memory(128) });
  expect(rowsOf(base, wide, anItem("any", { price: 12_500, ...memory(128) })).map(({ id }) => id)).toEqual(["any", "wide"]);
});

test("what is merely dearer, or worse in more than it is better in, ranks last and names no differences", () => {
  const base = anItem("base", { attributes: { memory: "64 GB", battery: "5000 mAh", weight: "200 g" } });
  const dear = anItem("dear", { price: 12_500, attributes: { memory: "64 GB" } });
  const mixed = anItem("mixed", { price: 12_500, attributes: { memory: "128 GB", battery: "3000 mAh", weight: "300 g" } });
  const good = anItem("good", { price: 19_000, ...memory(128) });
  expect(rowsOf(base, dear, mixed, good).map(({ id, differences }) => [id, differences.length])).toEqual([
    ["good", 1],
    ["dear", 0],
    ["mixed", 0],
  ]);
});

test("without a category and without a type there are no alternatives", () => {
  const bare = { title: "x", attributes: { memory: "64 GB" } };
  const items = [
    { ...anItem("base", {}), card: { ...bare, price: 100 } },
    { ...anItem("x", {}), card: { ...bare, price: 125 } },
  ];
  expect(findAlternatives(items, { band: BAND, orders: () => 1 }).size).toBe(0);
});

test("the merchant's upgrades come first, whatever their price", () => {
  const base = anItem("base", memory(64), { upgrades: ["flagship"] });
  const rows = rowsOf(base, anItem("flagship", { price: 90_000, ...memory(512) }), anItem("pro", { price: 12_500, ...memory(128) }));
  expect(rows.map(({ id, catalogue, score }) => [id, catalogue, score])).toEqual([
    ["flagship", true, 127],
    ["pro", undefined, 126],
  ]);
});

test("the same maker and the more often ordered rank higher", () => {
  const base = anItem("base", { brand: "Aster", ...memory(64) });
  const others = [
    anItem("other", { price: 12_500, brand: "B", ...memory(128) }),
    anItem("same", { price: 12_500, brand: "Aster", ...memory(128) }),
  ];
  expect(rowsOf(base, ...others).map(({ id }) => id)).toEqual(["same", "other"]);
  const byOrders = findAlternatives([base, ...others], { band: BAND, orders: (id) => (id === "other" ? 50 : 1) }).get("base") ?? [];
  expect(byOrders.map(({ id }) => id)).toEqual(["other", "same"]);
});

test("a dearer variant with one better option and the others the same is an alternative to that variant", () => {
  const variant = (id: string, gb: number, colour: string, price: number) => ({ id, options: { memory: `${gb} GB`, colour }, price });
  const variants = [
    variant("64b", 64, "black", 10_000),
    variant("128b", 128, "black", 12_000),
    variant("128w", 128, "white", 12_000),
    variant("64w", 64, "white", 13_000),
  ];
  expect(rowsOf(anItem("base", { variants })).map(({ id, of, variant: to, differences }) => [id, of, to, differences])).toEqual([
    ["base", "64b", "128b", [{ attribute: "memory", from: "64 GB", to: "128 GB", better: true }]],
  ]);
});

test("the maker counts before the brand, which may say no more than whose label it is", () => {
  const base = anItem("base", { brand: "Own label", ...memory(64) }, { maker: "M1" });
  const label = anItem("label", { price: 12_500, brand: "Own label", ...memory(128) }, { maker: "M2" });
  const maker = anItem("maker", { price: 12_500, brand: "Known", ...memory(128) }, { maker: "M1" });
  expect(rowsOf(base, label, maker).map(({ id }) => id)).toEqual(["maker", "label"]);
});

test("what earns the shop less is none, unless the merchant names it", () => {
  const base = anItem("base", memory(64), { upgrades: ["named"] });
  const others = ["poor", "rich", "named"].map((id) => anItem(id, { price: 12_500, ...memory(128) }));
  const options = { band: BAND, orders: () => 1, earnsMore: (_: Item, to: Item) => to.id === "rich" };
  expect(
    findAlternatives([base, ...others], options)
      .get("base")
      ?.map(({ id }) => id),
  ).toEqual(["named", "rich"]);
});

test("what the merchant says of an attribute decides what is better", () => {
  const items = [anItem("base", { attributes: { finish: "1" } }), anItem("x", { price: 12_500, attributes: { finish: "2" } })];
  const shown = (better: Better) => findAlternatives(items, { band: BAND, orders: () => 1, better }).get("base")?.[0]?.differences;
  expect(shown({})).toEqual([]);
  expect(shown({ finish: "more" })).toEqual([{ attribute: "finish", from: "1", to: "2", better: true }]);
});

test("the best of a type of thousands are found, whatever the order they come in", () => {
  const many = Array.from({ length: 3000 }, (_, at) =>
    anItem(`p${at}`, { price: 10_100 + at, brand: `b${at % 7}`, ...memory(64 + (at % 64)) }, { orders: (at * 7919) % 997 }),
  );
  const base = anItem("base", { brand: "b3", ...memory(64) });
  const found = (items: readonly Item[]) =>
    findAlternatives(items, { band: BAND, orders: (id) => items.find((one) => one.id === id)?.orders ?? 0 });
  const rows = found([base, ...many]).get("base") ?? [];
  const rank = ({ card, orders }: Item) => rankAlternative({ ratio: (card.price ?? 0) / 10_000, orders, sameMaker: card.brand === "b3" });
  const better = many.filter(({ card }) => card.attributes?.["memory"] !== "64 GB" && (card.price ?? 0) >= 10_500);
  const best = better.sort((a, b) => rank(b) - rank(a)).slice(0, 3);
  expect(rows.slice(0, 3).map(({ id }) => id)).toEqual(best.map(({ id }) => id));
  expect(found([...many.toReversed(), base]).get("base")).toEqual(rows);
});
