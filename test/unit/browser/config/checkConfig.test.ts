import { describe, expect, it } from "vitest";
import { checkConfig } from "../../../../widget/browser/config/checkConfig.ts";
import { configFields } from "../../../../widget/browser/config/fields.ts";
import { findFaults } from "../../../../widget/browser/config/findFaults.ts";
import { ruleFields } from "../../../../widget/browser/config/ruleFields.ts";

const NOW = Date.UTC(2026, 5, 15, 12);
const only = (raw: unknown, facts = {}) => checkConfig(raw, { now: NOW, ...facts });

describe("checkConfig", () => {
  it("finds nothing in a sound configuration", () => {
    const raw = {
      platform: "markup",
      locale: "de-AT",
      currency: "JPY",
      placements: { cart: { anchor: "#cart > .items:not(.empty)", layout: "list" } },
      texts: { goesWith: "Passt dazu" },
      rules: [{ from: { product: "a" }, with: ["b", { category: "Cases" }], since: "2026-06-01", until: "2026-06-15" }],
    };
    expect(only(raw, { has: () => true, hasCategory: () => true })).toEqual([]);
  });

  it.each([
    [{ placements: { cart: { limti: 3 } } }, "placements.cart.limti", "is not a known key", 'Did you mean "limit"?'],
    [{ report: { address: "/x", url: "/y" } }, "report.address", "is not a known key", "Remove it; there are url"],
    [{ rules: [{ from: { catgory: "x" } }] }, "rules[0].from.catgory", "is not a known key", 'Did you mean "category"?'],
    [
      { placements: { cart: { limit: "three" } } },
      "placements.cart.limit",
      '"three" is a wrong value',
      "Write a whole number from 1 to 12. How many offers show at most.",
    ],
    [
      { priceBand: 0.8 },
      "priceBand",
      "0.8 is a wrong value",
      "Write a number from 1 to 10. How much dearer an alternative may be: 1.25 is a quarter.",
    ],
    [
      { rules: [{ from: {}, since: "2026-02-30" }] },
      "rules[0].since",
      '"2026-02-30" is a wrong value',
      "Write a day of the calendar such as 2026-12-24. First day of the rule.",
    ],
    [
      { rules: [{ from: {}, until: "2026-02-30" }] },
      "rules[0].until",
      '"2026-02-30" is a wrong value',
      "Write a day of the calendar such as 2026-12-24. Last day of the rule.",
    ],
    [
      { rules: [{ with: ["b"] }] },
      "rules[0].from",
      "is missing",
      "Write an object of product, category, tag, attribute. At which products the rule starts. Every given field must be met; an empty one is met by all.",
    ],
    [
      { sources: [{ name: "http" }] },
      "sources[0].url",
      "is missing",
      "Write an http(s) address or a path. Address of the remote recommender; it is sent the cart by POST.",
    ],
    [
      { sources: ["modle"] },
      "sources[0].name",
      '"modle" is a wrong value',
      'Did you mean "model"? rules: the merchant\'s own. shop: what the shop itself relates. model: the files that goeswith train wrote. http: a remote recommender.',
    ],
    [
      { placements: { cart: { anchor: "#cart > [" } } },
      "placements.cart.anchor",
      '"#cart > [" is no CSS selector (Expected name, found)',
      'Write one that document.querySelector takes, such as "#cart .items"',
    ],
    [
      { placements: { cart: { anchor: "#offers >" } } },
      "placements.cart.anchor",
      '"#offers >" is no CSS selector (it ends where an element is expected)',
      'Write one that document.querySelector takes, such as "#cart .items"',
    ],
    [{ placements: { cart: { layout: "lsit" } } }, "placements.cart.layout", '"lsit" is no layout', 'Did you mean "list"?'],
    [
      { placements: { cart: { layout: "carousel" } } },
      "placements.cart.layout",
      '"carousel" is no layout',
      'Write "list" or "strip" or "bundle" or "bump" or "swap", or leave it out',
    ],
    [{ platform: "markpu" }, "platform", '"markpu" is no platform', 'Did you mean "markup"?'],
    [{ platform: { name: "other" } }, "platform.name", '"other" is no platform', 'Write "markup", or leave it out'],
    [
      { experiment: { holdout: 50 } },
      "experiment.holdout",
      "50 is a wrong value",
      'Write "auto" or a number from 0 to 1. Share of visits that see no offers, so that the others can be compared with them. auto: the collector of report.url tells it.',
    ],
    [
      { experiment: { holdout: "auto" } },
      "experiment.holdout",
      '"auto" is told by a collector, and report.url names none',
      "Name its /v1/events there, or write a share such as 0.1",
    ],
    [
      { experiment: { holdout: "auto" }, report: { url: "https://c.example/log" } },
      "experiment.holdout",
      '"auto" is told by a collector, and https://c.example/log is no address of one',
      "Have report.url end with /v1/events, or write a share such as 0.1",
    ],
    [{ currency: "EUX" }, "currency", '"EUX" is no currency', "Write an ISO 4217 code such as EUR, USD or JPY"],
    [
      { currency: "€" },
      "currency",
      '"€" is a wrong value',
      "Write three capital letters such as EUR. ISO 4217. Without it: the platform's.",
    ],
    [{ locale: "en_GB" }, "locale", '"en_GB" is no locale', 'Did you mean "en-GB"?'],
    [{ locale: "qq" }, "locale", '"qq" is no locale', 'Write a language tag such as "de" or "en-GB"'],
    [{ texts: { goeswith: "x" } }, "texts.goeswith", "is not a known text", 'Did you mean "goesWith"?'],
    [{ texts: { lang: "qq" } }, "texts.lang", '"qq" is no locale', 'Write a language tag such as "de" or "en-GB"'],
    [
      { texts: { lang: "pt_BR" } },
      "texts.lang",
      '"pt_BR" is a wrong value',
      "Write a language tag such as nl or pt-BR. The language they are in, where that is one goeswith does not speak.",
    ],
    [{ money: { currencyDisplay: "cod" } }, "money.currencyDisplay", '"cod" is no currencyDisplay', 'Did you mean "code"?'],
    [
      { money: { trailingZeroDisplay: "never" } },
      "money.trailingZeroDisplay",
      '"never" is no trailingZeroDisplay',
      'Write "auto" or "stripIfInteger", or leave it out',
    ],
    [{ money: { locale: "de_CH" } }, "money.locale", '"de_CH" is no locale', 'Did you mean "de-CH"?'],
    [
      { money: { currencydisplay: "code" } },
      "money.currencydisplay",
      "is not a known part of a money format",
      'Did you mean "currencyDisplay"?',
    ],
    [
      { money: { digits: "2" } },
      "money.digits",
      "is not a known part of a money format",
      "There are locale, currencyDisplay, trailingZeroDisplay",
    ],
    [
      { theme: { density: "tiny" } },
      "theme.density",
      '"tiny" is a wrong value',
      'Write "compact" or "normal" or "roomy". How much room there is around things.',
    ],
    [
      { rules: [{ from: {}, since: "2026-07-02", until: "2026-07-01" }] },
      "rules[0].since",
      "2026-07-02 is after until, 2026-07-01",
      "Put the first day in since and the last one in until",
    ],
    [
      { rules: [{ from: {}, until: "2026-06-01" }] },
      "rules[0].until",
      "2026-06-01 is over, so that the rule never matches",
      "Remove the rule, or give it a later last day",
    ],
    [
      { rules: [{ from: {}, with: ["a", "b"], never: ["b"] }] },
      "rules[0].with[1]",
      '"b" is in never of the same rule too',
      "Remove it from one of the two",
    ],
    [
      { rules: [{ from: {}, instead: [{ category: "c" }], never: [{ category: "c" }] }] },
      "rules[0].instead[0]",
      '{"category":"c"} is in never of the same rule too',
      "Remove it from one of the two",
    ],
  ])("tells %j", (raw, path, what, mend) => {
    expect(only(raw)).toEqual([{ path, what, mend }]);
  });

  it("lists the texts where none is near", () => {
    expect(only({ texts: { zzz: "x" } })[0]?.mend).toMatch(/^There are goesWith, .*thanks/);
  });

  it("names every product of a rule that the model does not know", () => {
    const raw = { rules: [{ from: { product: "dead-1" }, with: ["a", "dead-2"], instead: ["dead-3"], never: ["dead-4"] }] };
    const faults = only(raw, { has: (product: string) => product === "a" });
    expect(faults.map(({ path }) => path)).toEqual([
      "rules[0].from.product",
      "rules[0].with[1]",
      "rules[0].instead[0]",
      "rules[0].never[0]",
    ]);
    expect(faults[1]).toEqual({
      path: "rules[0].with[1]",
      what: 'the model knows no product "dead-2"',
      mend: "Write the id the catalogue has for it, or train the model with a catalogue that holds it",
    });
  });

  it("names a category that could offer nothing, but not one that is never offered", () => {
    const raw = { rules: [{ from: {}, with: [{ category: "Casse" }], never: [{ category: "Phones" }] }] };
    expect(only(raw, { hasCategory: () => false }).map(({ path }) => path)).toEqual(["rules[0].with[0].category"]);
  });

  it("asks nothing of a model that is not there", () => {
    const raw = { rules: [{ from: {}, with: ["dead"] }] };
    expect(only(raw, { modelFault: "there is no folder model" })).toEqual([
      {
        path: "model",
        what: "there is no folder model",
        mend: "Make one with goeswith train --orders orders.csv --catalogue catalogue.csv --out DIR",
      },
    ]);
  });

  it("still finds a dead product in a rule whose day is wrong", () => {
    const raw = { rules: [{ from: { product: "dead" }, since: "2026-02-30" }] };
    expect(only(raw, { has: () => false }).map(({ path }) => path)).toEqual(["rules[0].since", "rules[0].from.product"]);
  });

  it("does not call a rule over while its last day lasts anywhere", () => {
    const raw = { rules: [{ from: {}, until: "2026-06-14" }] };
    expect(only(raw, { now: Date.UTC(2026, 5, 15, 11) })).toEqual([]);
    expect(only(raw, { now: Date.UTC(2026, 5, 15, 13) })).toHaveLength(1);
  });

  it("cuts a long wrong value", () => {
    expect(only({ shop: ["x".repeat(500)] })[0]?.what.length).toBeLessThan(90);
  });

  it.each([[null], [[]], ["x"], [{ rules: [null, 3], placements: 3, texts: [], sources: [[]], locale: 3, platform: [] }]])(
    "takes %j without throwing",
    (raw) => {
      expect(only(raw).length).toBeGreaterThan(0);
    },
  );

  it("tells at least what the browser tells, at the same paths", () => {
    const raw = { a: 1, "b.c": 2, rules: [{ from: {}, with: 1 }, { text: 4 }], texts: { "x.y": 1 }, pressure: { offers: -1 } };
    const told = only(raw).map(({ path }) => path);
    const inBrowser = [...findFaults(configFields, raw), ...findFaults(ruleFields, raw.rules, "rules")];
    expect(inBrowser.length).toBeGreaterThan(5);
    expect(told).toEqual(expect.arrayContaining(inBrowser.map(({ path }) => path)));
  });

  it("row 101: reaches no prototype", () => {
    only(
      JSON.parse(
        '{"__proto__": {"polluted": 1}, "texts": {"__proto__": "x"}, "rules": [{"from": {"__proto__": 1}}], "placements": {"constructor": {"prototype": 1}}}',
      ),
    );
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
