import { expect, test } from "vitest";
import { createDifferences } from "../../../../widget/trainer/alternatives/differences.ts";
import { createDirections } from "../../../../widget/trainer/alternatives/directions.ts";

const { isBetter, find: findDifferences, gain } = createDifferences(createDirections());

test.each([
  ["memory", "128 GB", "256 GB", true],
  ["Memory", "1 TB", "512 GB", false],
  ["weight", "1.2 kg", "900 g", true],
  ["noise level", "40 dB", "45 dB", false],
  ["power consumption", "100 W", "80 W", true],
  ["power", "100 W", "80 W", false],
  ["warranty", "12 months", "3 years", true],
  ["zoom (optical)", "3x", "10x", true],
  ["waterproof", "no", "yes", true],
  ["battery", "5000 mAh", "40 Wh", undefined],
  ["colour", "black", "white", undefined],
  ["pages", "100", "200", undefined],
  ["memory", undefined, "256 GB", undefined],
  ["aperture", "f/2.8", "f/1.8", true],
  ["aperture", "70 mm", "90 mm", undefined],
  ["energy efficiency class", "C", "A", true],
  ["Energieeffizienzklasse", "A+", "A++", true],
  ["battery", "C", "D", undefined],
  ["battery voltage", "12 V", "18 V", undefined],
  ["shipping weight", "2 kg", "1 kg", undefined],
  ["Akkulaufzeit", "10 Stunden", "12 Stunden", true],
  ["Gewicht", "1,2 kg", "900 g", true],
  ["capacité", "64 Go", "128 Go", true],
  ["poids", "1 kg", "2 kg", false],
  ["garantía", "1 año", "3 años", true],
  ["poziom hałasu", "60 dB", "50 dB", true],
  ["Оперативная память", "8 ГБ", "16 ГБ", true],
  ["водонепроницаемый", "нет", "да", true],
])("%s from %s to %s: better is %s", (attribute, from, to, better) => {
  expect(isBetter(attribute, from, to)).toBe(better);
});

test("names what is better first, then what is worse, then the rest", () => {
  const from = { colour: "black", memory: "64 GB", weight: "200 g", mount: "E" };
  const to = { colour: "white", memory: "128 GB", weight: "210 g", mount: "E", zoom: "3x" };
  expect(findDifferences(from, to)).toEqual([
    { attribute: "memory", from: "64 GB", to: "128 GB", better: true },
    { attribute: "weight", from: "200 g", to: "210 g", better: false },
    { attribute: "colour", from: "black", to: "white" },
    { attribute: "zoom", to: "3x" },
  ]);
});

test("the same value written otherwise is no difference", () => {
  expect(findDifferences({ memory: "1024 GB", kind: "Mesh" }, { memory: "1 TB", kind: "mesh" })).toEqual([]);
});

test("the gain counts what is better less what is worse, of what is shown", () => {
  const from = { memory: "64 GB", weight: "200 g", colour: "black" };
  expect(gain(from, { memory: "128 GB", weight: "210 g", colour: "white" })).toBe(0);
  expect(gain(from, { memory: "128 GB", weight: "200 g" })).toBe(1);
  expect(gain(from, { memory: "64 GB", weight: "210 g" })).toBe(-1);
  expect(gain({}, { memory: "64 GB" })).toBe(-1);
});
