import { describe, expect, it } from "vitest";
import { allFields } from "../../../../widget/browser/config/allFields.ts";
import { configFields } from "../../../../widget/browser/config/fields.ts";
import { findFaults } from "../../../../widget/browser/config/findFaults.ts";
import { readConfig } from "../../../../widget/browser/config/readConfig.ts";
import { ruleFields } from "../../../../widget/browser/config/ruleFields.ts";

const paths = (raw: unknown) => findFaults(allFields, raw).map(({ path }) => path);

describe("a wrong value", () => {
  it.each([
    [{ enabled: "yes" }, "enabled", "Write true or false or preview"],
    [{ shop: "" }, "shop", "Write a text"],
    [{ priceBand: 0.99 }, "priceBand", "Write 1 to 10"],
    [{ priceBand: 10.1 }, "priceBand", "Write 1 to 10"],
    [{ priceBand: "1.25" }, "priceBand", "Write 1 to 10"],
    [{ priceBand: Number.NaN }, "priceBand", "Write 1 to 10"],
    [{ priceBand: Infinity }, "priceBand", "Write 1 to 10"],
    [{ popular: null }, "popular", "Write true or false"],
    [{ currency: "euro" }, "currency", "Write /^[A-Z]{3}$/"],
    [{ model: "javascript:alert(1)" }, "model", "Write /^(https?:\\/\\/|[^:]+$)/"],
    [{ pressure: { offers: 2.5 } }, "pressure.offers", "Write 0 to 100"],
    [{ consent: "later" }, "consent", "Write required or not-needed"],
    [{ theme: { scheme: "red" } }, "theme.scheme", "Write auto or light or dark"],
    [{ theme: "dark" }, "theme", "Write an object"],
    [{ placements: { cart: { limit: 0 } } }, "placements.cart.limit", "Write 1 to 12"],
    [{ placements: { cart: { limit: 13 } } }, "placements.cart.limit", "Write 1 to 12"],
    [{ placements: { cart: { limit: 2.5 } } }, "placements.cart.limit", "Write 1 to 12"],
    [{ placements: { cart: { headingLevel: 1 } } }, "placements.cart.headingLevel", "Write 2 to 6"],
    [{ placements: { cart: { headingLevel: 7 } } }, "placements.cart.headingLevel", "Write 2 to 6"],
    [{ placements: { cart: [] } }, "placements.cart", "Write an object"],
    [{ platform: { cartUrls: "/cart" } }, "platform.cartUrls", "Write a list"],
    [{ rules: {} }, "rules", "Write a list"],
    [{ report: { url: "ftp://x" } }, "report.url", "Write /^(https?:\\/\\/|[^:]+$)/"],
    [{ report: {} }, "report.url", "Write /^(https?:\\/\\/|[^:]+$)/"],
    [{ texts: { add: 1 } }, "texts.add", "Write a text"],
  ])("in %j is told with its path and remedy", (raw, path, mend) => {
    expect(findFaults(allFields, raw)).toEqual([{ path, what: "has a wrong value", mend }]);
    expect(readConfig(raw)[1]).toBe(findFaults(configFields, raw).length > 0);
  });

  it.each([[null], [[]], ["text"], [7], [true], [() => 0], [Symbol("s")], [10n]])("at the top is told once: %s", (raw) => {
    expect(findFaults(allFields, raw)).toEqual([{ path: "", what: "has a wrong value", mend: "Write an object" }]);
  });

  it("is an object that throws when it is read", () => {
    const hostile = {
      get shop(): string {
        throw new Error("no");
      },
    };
    expect(paths(hostile)).toEqual([""]);
  });

  it.each([
    [undefined],
    [{}],
    [{ sources: ["rules", { name: "http", url: "/r" }], platform: "own", rules: [{ from: {}, with: ["a", { category: "b" }] }] }],
  ])("is not to be found in %j", (raw) => {
    expect(paths(raw)).toEqual([]);
  });

  it("in a list is told with its place", () => {
    const sources = ["modle", "rules", { name: "http" }, { name: "http", url: "/r", timeout: 49 }, 3];
    expect(paths({ sources })).toEqual(["sources[0].name", "sources[2].url", "sources[3].timeout", "sources[4]"]);
  });

  it.each([
    [{ with: ["a"] }, "rules[0].from"],
    [{ from: { catgory: "Phones" }, with: ["a"] }, "rules[0].from.catgory"],
    [{ from: { attribute: { memory: 64 } }, with: ["a"] }, "rules[0].from.attribute.memory"],
    [{ from: {}, untill: "2026-01-01" }, "rules[0].untill"],
    [{ from: {}, since: "2026-02-30" }, "rules[0].since"],
    [{ from: {}, since: "2026-13-01" }, "rules[0].since"],
    [{ from: {}, until: "1.2.2026" }, "rules[0].until"],
    [{ from: {}, with: "a" }, "rules[0].with"],
    [{ from: {}, when: { hours: "8-18" } }, "rules[0].when.hours"],
    [{ from: {}, when: { hours: "08-25" } }, "rules[0].when.hours"],
    [{ from: {}, when: { loggedIn: "yes" } }, "rules[0].when.loggedIn"],
    [null, "rules[0]"],
    [{ from: {}, never: ["a", { category: "" }] }, "rules[0].never[1].category"],
  ])("in the rule %j is told", (rule, path) => {
    expect(paths({ rules: [rule] })).toEqual([path]);
    expect(findFaults(ruleFields, [rule], "rules").map((fault) => fault.path)).toEqual([path]);
  });

  it("of a rule is none of the first reading's", () => {
    expect(findFaults(configFields, { rules: [{ from: 1 }] })).toEqual([]);
  });
});

describe("an unknown key", () => {
  it.each([
    [{ shp: "x" }, "shp"],
    [{ placements: { card: {} } }, "placements.card"],
    [{ placements: { cart: { max: 3 } } }, "placements.cart.max"],
    [{ toString: 1 }, "toString"],
    [{ sources: [{ name: "rules", url: "/x" }] }, "sources[0].url"],
  ])("in %j is told", (raw, path) => {
    expect(findFaults(allFields, raw)).toEqual([{ path, what: "is not a known key", mend: "Correct or remove it" }]);
    expect(readConfig(raw)[1]).toBe(true);
  });

  it.each(["__proto__", "constructor", "toString"])("may be %s", (key) => {
    expect(paths(JSON.parse(`{"${key}": {"polluted": 1}, "sources": [{"name": "${key}"}]}`))).toEqual(
      expect.arrayContaining([key, "sources[0].name"]),
    );
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
