import { expect, test } from "vitest";
import { findNamedAfter } from "../../../../widget/trainer/relations/findNamedAfter.ts";
import { anItem } from "../../../support/anItem.ts";

/** Names of what is made for the product of that name. */
function madeFor(name: string, ...names: readonly string[]): readonly string[] {
  const all = [name, ...names];
  const items = all.map((title, at) => anItem(`p${at}`, { title }));
  return (findNamedAfter(items).get(0) ?? []).map((at) => all[at] ?? "");
}

test.each(["Case for Aster 9", "Hülle für Aster 9", "Leather folio (Aster 9)", "Чехол для Aster 9"])("%s is made for Aster 9", (name) => {
  const likewise = ["Leather folio Slate 5", "Slate 5", "Leather folio Vela 10", "Vela 10"];
  expect(madeFor("Aster 9", name, ...likewise)).toEqual([name]);
});

test("another model of the same name has accessories of its own", () => {
  const names = ["Aster 9 Max", "Case for Aster 9 Max", "Case for Aster 9", "Case for Aster 9 Pro"];
  expect(madeFor("Aster 9", ...names)).toEqual(["Case for Aster 9"]);
  expect(madeFor("Aster 9 Max", "Aster 9", ...names.slice(1))).toEqual(["Case for Aster 9 Max"]);
});

test("a maker before the name is not asked for", () => {
  const items = [anItem("p0", { title: "Acme Aster 9", brand: "Acme" }), anItem("p1", { title: "Clear case for Aster 9", brand: "Other" })];
  expect(findNamedAfter(items).get(0)).toEqual([1]);
});

test("a longer name without a word for it is no accessory, unless the same is made for several models", () => {
  expect(madeFor("Aster 9", "Aster 9 bundle")).toEqual([]);
  expect(madeFor("Red wine", "Good red wine", "Old red wine")).toEqual([]);
});

test("a colour or a size behind the name makes no accessory of it, nor of an accessory", () => {
  expect(madeFor("Aster 9", "Aster 9 black", "Slate 5", "Slate 5 black", "Vela 10", "Vela 10 black")).toEqual([]);
  expect(madeFor("Case for Aster 9", "Aster 9", "Case for Aster 9 black", "Case for Aster 9 blue")).toEqual([]);
});

test("of each kind one comes first", () => {
  const names = ["Case for Aster 9 red", "Case for Aster 9 blue", "Cover glass for Aster 9"];
  expect(madeFor("Aster 9", ...names)).toEqual([names[0], names[2], names[1]]);
});

test("two things made for the same are mostly one in place of the other, so that neither goes with the other", () => {
  expect(madeFor("Clear case for Aster 9", "Aster 9", "Leather folio for Aster 9")).toEqual([]);
});

test("a bare word is no model", () => {
  expect(madeFor("Milk", "Chocolate for milk")).toEqual([]);
});
