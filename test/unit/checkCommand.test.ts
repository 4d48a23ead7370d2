import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { shardOf } from "../../widget/browser/model/shardOf.ts";
import { runCheck } from "../../widget/checkCommand.ts";

const SHARDS = 3;
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goeswith-check-"));
  vi.spyOn(console, "log").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

function write(config: unknown): string {
  const file = join(folder, "goeswith.json");
  writeFileSync(file, typeof config === "string" ? config : JSON.stringify(config));
  return file;
}

function writeModel(): string {
  const model = join(folder, "trained");
  mkdirSync(join(model, "b1"), { recursive: true });
  writeFileSync(join(model, "manifest.json"), JSON.stringify({ format: 1, build: "b1", shards: SHARDS }));
  const entries = { phone: {}, case: {}, "category:Cases": { best: ["case"] } };
  const aliases = { "SKU-1": "case" };
  for (let number = 0; number < SHARDS; number++) {
    const own = (all: object) => Object.fromEntries(Object.entries(all).filter(([key]) => shardOf(key, SHARDS) === number));
    writeFileSync(join(model, "b1", `${number}.json`), JSON.stringify({ entries: own(entries), cards: {}, aliases: own(aliases) }));
  }
  return model;
}

async function check(...args: readonly string[]) {
  const code = await runCheck(args);
  const printed = vi.mocked(console.log).mock.calls.flat().join("\n");
  return { code, lines: printed.split("\n"), told: vi.mocked(console.error).mock.calls.flat().join("\n") };
}

describe("goeswith check", () => {
  it("says so when there are no faults", async () => {
    expect(await check(write({ shop: "Aster", model: "/m/" }))).toMatchObject({ code: 0, lines: ["no faults"] });
  });

  it("names ten planted faults with their path and remedy in one run", async () => {
    const file = write({
      shpo: "Aster",
      model: "modle",
      priceBand: 0.9,
      popular: "yes",
      locale: "zz_",
      currency: "EUX",
      placements: { cart: { anchor: "#cart > [", layout: "lists" } },
      rules: [{ from: { product: "phone" }, with: ["dead"], until: "2026-02-30" }],
    });
    const { code, lines } = await check(file, "--model", writeModel());
    expect(code).toBe(1);
    expect(lines.toSorted()).toEqual(
      [
        'shpo: is not a known key. Did you mean "shop"?',
        `model: there is no folder modle beside ${file}. Make one with goeswith train --orders orders.csv --catalogue catalogue.csv --out DIR.`,
        "priceBand: 0.9 is a wrong value. Write a number from 1 to 10. How much dearer an alternative may be: 1.25 is a quarter.",
        'popular: "yes" is a wrong value. Write true or false. true: best-sellers, labelled as such, where nothing else speaks.',
        'locale: "zz_" is no locale. Write a language tag such as "de" or "en-GB".',
        'currency: "EUX" is no currency. Write an ISO 4217 code such as EUR, USD or JPY.',
        'placements.cart.anchor: "#cart > [" is no CSS selector (Expected name, found). Write one that document.querySelector takes, such as "#cart .items".',
        'placements.cart.layout: "lists" is no layout. Did you mean "list"?',
        'rules[0].until: "2026-02-30" is a wrong value. Write a day of the calendar such as 2026-12-24. Last day of the rule.',
        'rules[0].with[0]: the model knows no product "dead". Write the id the catalogue has for it, or train the model with a catalogue that holds it.',
      ].toSorted(),
    );
  });

  it("knows products by id and alias, and categories by name", async () => {
    const rules = [{ from: { product: "phone" }, with: ["case", "SKU-1", { category: "Cases" }, { category: "Casse" }] }];
    const { code, lines } = await check(write({ rules }), "--model", writeModel());
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^rules\[0\]\.with\[3\]\.category: the model has no products of the category "Casse"/)]);
  });

  it("says when a model is too old, or carries rules that are not asked for", async () => {
    const model = writeModel();
    const manifest = { format: 1, build: "b1", shards: SHARDS, date: "2020-01-01", rules: { folded: 2, everywhere: 0 } };
    writeFileSync(join(model, "manifest.json"), JSON.stringify(manifest));
    const { code, lines } = await check(write({}), "--model", model);
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^maxAge: the model is \d+ days old, more than maxAge, 30\. Train the model anew, best every night\.$/),
      'rules: the model carries 2 rules, and the configuration does not ask for them. Write "rules": "model", or train without --rules.',
    ]);
    expect(await check(write({ rules: "model", maxAge: 3650 }), "--model", model)).toMatchObject({ code: 0 });
  });

  it.each([
    ["modell", 'rules: "modell" is a wrong value. Did you mean "model"?'],
    [7, 'rules: 7 is a wrong value. Write "model" or a list, each item an object of'],
  ])("says what rules may be in place of %j", async (rules, line) => {
    const { lines } = await check(write({ rules }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(line);
  });

  it("asks about no product when the model's folder is missing, and says how to make one", async () => {
    const { code, lines } = await check(write({ rules: [{ from: { product: "dead" }, with: ["case"] }] }), "--model", join(folder, "none"));
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^model: there is no folder .*none\. Make one with goeswith train --orders/)]);
  });

  it("says when a folder holds no model", async () => {
    const { lines } = await check(write({}), "--model", folder);
    expect(lines).toEqual([
      expect.stringMatching(/^model: .* holds no model: its manifest\.json cannot be read\. Make one with goeswith train/),
    ]);
  });

  it.each(["/goeswith/", "https://cdn.example/model", "trained"])(
    "looks on the disk for no model at %s that is not missing there",
    async (model) => {
      expect((await check(write({ model }), "--model", writeModel())).lines).toEqual(["no faults"]);
    },
  );

  it("looks for no model when it is not asked to", async () => {
    expect(await check(write({ model: "none" }))).toMatchObject({ code: 0 });
  });

  it("tells where a file stops being JSON", async () => {
    const file = write('{\n  "shop": "Aster",\n  "popular": true,\n}');
    const { code, lines } = await check(file);
    expect(code).toBe(1);
    expect(lines).toEqual([`${file}:4:1: found "}" where a name in double quotes belongs. Mend line 4 at column 1.`]);
  });

  it("takes a byte order mark for no fault", async () => {
    expect(await check(write("\uFEFF{}"))).toMatchObject({ code: 0 });
  });

  it("names a file that is no object as a whole", async () => {
    expect((await check(write("[]"))).lines[0]).toMatch(/^the whole file: \[\] is a wrong value\. Write an object/);
  });

  it.each([[[]], [["a.json", "b.json"]], [["a.json", "--modle", "x"]], [["a.json", "--model"]]])("tells its usage for %j", async (args) => {
    const { code, told } = await check(...args);
    expect(code).toBe(2);
    expect(told).toContain("Usage: goeswith check FILE [--model DIR]");
  });

  it("names a file that cannot be read", async () => {
    const { code, told } = await check(join(folder, "absent.json"));
    expect(code).toBe(2);
    expect(told).toContain("absent.json cannot be read");
  });
});
