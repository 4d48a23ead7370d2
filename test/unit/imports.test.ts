import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { forbiddenImports, type Imports, importsOf, rings } from "../support/importRules.ts";

/** Every file of the widget with its imports. */
function widgetImports(): Imports {
  const files = readdirSync("widget", { recursive: true, encoding: "utf8" })
    .map((path) => `widget/${path.replaceAll("\\", "/")}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));
  return new Map(files.map((file) => [file, importsOf(readFileSync(file, "utf8"))]));
}

const one = (file: string, ...imports: string[]): Imports => new Map([[file, imports]]);

describe("the widget", () => {
  const imports = widgetImports();

  it("imports only in the direction of the design", () => {
    expect(imports.size).toBeGreaterThan(20);
    expect(forbiddenImports(imports)).toEqual([]);
  });

  it("has no ring of files, types included", () => {
    expect(rings(imports)).toEqual([]);
  });

  it("names what it imports with its ending", () => {
    const names = [...imports].flatMap(([file, list]) =>
      list.filter((name) => name.startsWith(".") && !/\.tsx?(\?\w+)?$/.test(name)).map((name) => `${file}: ${name}`),
    );
    expect(names).toEqual([]);
  });
});

describe("reading imports", () => {
  it.each([
    ['import { a } from "./a.ts";', ["./a.ts"]],
    ['import type { A } from "../types/a.ts";', ["../types/a.ts"]],
    ['import {\n  a,\n  b,\n} from "./ab.ts";', ["./ab.ts"]],
    ['import "./effect.ts";', ["./effect.ts"]],
    ['export * from "./all.ts";', ["./all.ts"]],
    ['const load = () => import("./late.ts");', ["./late.ts"]],
    ['type A = import("./typed.ts").A;', ["./typed.ts"]],
    ['// import { a } from "./a.ts";', []],
    ['/* from "./a.ts" */ const url = "https://x"; // from "./b.ts"', []],
  ])("%s", (source, names) => {
    expect(importsOf(source)).toEqual(names);
  });
});

describe("the rules", () => {
  it.each([
    ["widget/browser/cart/a.ts", "../lib/money.ts"],
    ["widget/browser/cart/a.ts", "./b.ts"],
    ["widget/browser/placements/layouts/list.tsx", "preact"],
    ["widget/browser/start.ts", "./placements/x.ts"],
    ["widget/browser/main.ts", "./attach.ts"],
    ["widget/trainer/a.ts", "node:fs"],
    ["widget/collector/report/main.tsx", "@observablehq/plot"],
  ])("allow %s to import %s", (file, name) => {
    expect(forbiddenImports(one(file, name))).toEqual([]);
  });

  it.each([
    ["widget/types/cart.ts", "../browser/lib/money.ts"],
    ["widget/browser/lib/money.ts", "../cart/a.ts"],
    ["widget/browser/cart/a.ts", "../offers/a.ts"],
    ["widget/browser/offers/a.ts", "preact"],
    ["widget/browser/placements/a.ts", "../events/a.ts"],
    ["widget/browser/main.ts", "./offers/a.ts"],
    ["widget/browser/flow/a.ts", "../index.ts"],
    ["widget/browser/flow/a.ts", "node:fs"],
    ["widget/collector/a.ts", "../browser/model/a.ts"],
    ["widget/collector/report/a.tsx", "../store/a.ts"],
    ["widget/collector/report/a.tsx", "node:fs"],
    ["widget/cli.ts", "./browser/start.ts"],
    ["widget/trainer/a.ts", "lodash"],
  ])("forbid %s to import %s", (file, name) => {
    expect(forbiddenImports(one(file, name))).toEqual([`${file} imports ${name}`]);
  });

  it("want every file to have a place", () => {
    expect(forbiddenImports(one("widget/utils.ts"))).toEqual(["widget/utils.ts belongs to no part"]);
  });
});

describe("rings", () => {
  it("are found over several files, and named", () => {
    const imports: Imports = new Map([
      ["widget/a.ts", ["./b.ts"]],
      ["widget/b.ts", ["./c.ts"]],
      ["widget/c.ts", ["./b.ts", "preact"]],
    ]);
    expect(rings(imports)).toEqual([["widget/b.ts", "widget/c.ts", "widget/b.ts"]]);
  });

  it("are not seen in two ways to the same file", () => {
    const imports: Imports = new Map([
      ["widget/a.ts", ["./b.ts", "./c.ts"]],
      ["widget/b.ts", ["./d.ts"]],
      ["widget/c.ts", ["./d.ts"]],
      ["widget/d.ts", []],
    ]);
    expect(rings(imports)).toEqual([]);
  });
});
