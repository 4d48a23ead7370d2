import { expect, test } from "vitest";
import { findTypes } from "../../../../widget/trainer/alternatives/findTypes.ts";
import type { Item } from "../../../../widget/trainer/catalogue/readCatalogue.ts";
import type { Card } from "../../../../widget/types/model.ts";

const anItem = (title: string, card: Partial<Card> = {}): Item => ({
  ...{ id: title, card: { title, categories: ["All"], ...card }, local: new Map(), accessories: [], upgrades: [], never: [], orders: 0 },
});
/** The names of each type. */
function typesOf(items: readonly Item[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const [{ card }, type] of findTypes(items)) groups.set(type, [...(groups.get(type) ?? []), card.title]);
  return [...groups.values()].map((names) => names.sort()).sort((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
}
const named = (brands: readonly string[], kind: (brand: string, at: number) => string) =>
  brands.map((brand, at) => anItem(kind(brand, at), { brand }));
const BRANDS = ["Bosch", "Makita", "Metabo", "Ryobi"];

test("in a coarse category names tell drills from saws, and what is for them from either", () => {
  const drills = named(BRANDS, (brand, at) => `${brand} GX${at} cordless drill 18 V, blue`);
  const saws = named(BRANDS, (brand, at) => `${brand} ${at}00 W circular saws`);
  const bits = named(BRANDS, (brand) => `${brand} bit set for cordless drill`);
  const types = typesOf([...drills, ...saws, ...bits]);
  expect(types.map((names) => names.length)).toEqual([4, 4, 4]);
  for (const names of types) expect(new Set(names.map((name) => name.includes("for") || name.includes("saw"))).size).toBe(1);
});

test("languages that say first what a thing is", () => {
  const drills = named(BRANDS, (brand, at) => `Taladro ${brand} ${at}00 W con maletín`);
  const saws = named(BRANDS, (brand, at) => `Sierra ${brand} ${at}00 W para madera`);
  expect(typesOf([...drills, ...saws]).map((names) => names.length)).toEqual([4, 4]);
});

test("the series of one maker is no kind: phones stay phones", () => {
  const phones = [
    ...Array.from({ length: 5 }, (_, at) => anItem(`Aster ${at}`, { brand: "Halden" })),
    ...Array.from({ length: 5 }, (_, at) => anItem(`Pico ${at}`, { brand: "Nimbus" })),
  ];
  expect(typesOf(phones)).toHaveLength(1);
});

test("a category whose names all say one thing stays whole", () => {
  expect(typesOf(named([...BRANDS, ...BRANDS.map((brand) => `${brand} pro`)], (brand, at) => `${brand} drill ${at}`))).toHaveLength(1);
});

test("attributes tell kinds apart where names do not", () => {
  const chargers = ["A", "B", "C"].map((name) => anItem(name, { attributes: { power: "45 W", ports: "2" } }));
  const vacuums = ["D", "E", "F"].map((name) => anItem(name, { attributes: { power: "900 W", suction: "20 kPa", noise: "70 dB" } }));
  expect(typesOf([...chargers, ...vacuums])).toEqual([
    ["A", "B", "C"],
    ["D", "E", "F"],
  ]);
});

test("products without a category have a type where names tell one, and none where they do not", () => {
  const items = [...named(BRANDS, (brand) => `${brand} drill`), ...named(BRANDS, (brand) => `${brand} saw`)].map((item) => ({
    ...item,
    card: { title: item.card.title, brand: item.card.brand ?? "" },
  }));
  expect(typesOf(items).map((names) => names.length)).toEqual([4, 4]);
  expect(findTypes(["Lamp", "Desk"].map((title) => ({ ...anItem(title), card: { title } }))).size).toBe(0);
});
