import { describe, expect, it } from "vitest";
import { neverOf, rulesFor, targetKeys } from "../../../../widget/browser/sources/rulesFor.ts";
import type { Rule, RuleFrom, Segment } from "../../../../widget/types/config.ts";
import type { Customer } from "../../../../widget/types/platform.ts";
import { aCart, aContext, aLine, aProduct } from "../../../support/builders.ts";

const phone = aProduct({
  id: "phone",
  categories: ["Electronics", "Phones"],
  tags: ["5g"],
  attributes: { model: "Aster 9" },
  variants: [{ id: "phone-64", options: { memory: "64 GB" } }],
});
const inCart = aContext({
  cart: aCart(aLine({ product: "phone", variant: "phone-64", options: { colour: "Black" } })),
  products: new Map([["phone", phone]]),
});
/** Local time, as the shopper's clock has it. */
const at = (hour: number, day = 15) => new Date(2026, 5, day, hour, 30).getTime();
const matches = (from: RuleFrom, context = inCart) => rulesFor([{ from }], context).length === 1;

describe("where a rule starts", () => {
  it.each<[RuleFrom, boolean]>([
    [{}, true],
    [{ product: "phone" }, true],
    [{ product: "phone-64" }, false],
    [{ category: "Phones" }, true],
    [{ category: "Electronics" }, true],
    [{ category: "Cases" }, false],
    [{ tag: "5g" }, true],
    [{ tag: "new" }, false],
    [{ attribute: { model: "Aster 9" } }, true],
    [{ attribute: { memory: "64 GB" } }, true],
    [{ attribute: { colour: "Black" } }, true],
    [{ attribute: { model: "Aster 9", memory: "128 GB" } }, false],
    [{ attribute: { constructor: "x" } }, false],
    [{ product: "phone", category: "Cases" }, false],
    [{ product: "phone", category: "Phones", tag: "5g" }, true],
  ])("%j: %s", (from, expected) => {
    expect(matches(from)).toBe(expected);
  });

  it("knows an unknown product by its id alone", () => {
    const context = aContext({ products: new Map() });
    expect(matches({ product: "phone" }, context)).toBe(true);
    expect(matches({ category: "Phones" }, context)).toBe(false);
  });

  it("may be the product in view, as the page or the catalogue tells it", () => {
    const page = { step: "product" as const, locale: "en", view: { id: "phone", title: "Aster 9" }, variant: "phone-64" };
    const context = aContext({ cart: aCart(), page, products: new Map([["phone", phone]]) });
    const from = { category: "Phones", attribute: { memory: "64 GB" } };
    expect(rulesFor([{ from }], context)[0]?.seeds.map((seed) => seed.for)).toEqual([{ product: "phone" }]);
  });

  it("is nowhere on an empty cart with nothing in view, even for a rule that is met by all", () => {
    expect(matches({}, aContext({ cart: aCart() }))).toBe(false);
  });

  it("names every line it starts at", () => {
    const context = aContext({ cart: aCart(aLine({ key: "l1" }), aLine({ key: "l2" }), aLine({ key: "l3", product: "other" })) });
    expect(rulesFor([{ from: { product: "phone" } }], context)[0]?.seeds.map((seed) => seed.for)).toEqual([{ line: "l1" }, { line: "l2" }]);
  });
});

describe("when a rule is on", () => {
  const isOn = (rule: Partial<Rule>, { now = at(12), customer = {} }: { now?: number; customer?: Customer } = {}) =>
    rulesFor([{ from: {}, ...rule }], { ...inCart, now, page: { ...inCart.page, customer } })[0]?.isOn;

  it.each([
    [{ since: "2026-06-15" }, true],
    [{ since: "2026-06-16" }, false],
    [{ until: "2026-06-15" }, true],
    [{ until: "2026-06-14" }, false],
    [{ since: "2026-06-01", until: "2026-06-30" }, true],
    [{ since: "2026-07-01", until: "2026-07-31" }, false],
  ])("on 15 June 2026 with %j: %s", (rule, expected) => {
    expect(isOn(rule)).toBe(expected);
  });

  it("counts days by the shopper's own clock, from its first minute to its last", () => {
    const day = { since: "2026-06-15", until: "2026-06-15" };
    expect(isOn(day, { now: new Date(2026, 5, 15, 0, 0, 0).getTime() })).toBe(true);
    expect(isOn(day, { now: new Date(2026, 5, 15, 23, 59, 59).getTime() })).toBe(true);
    expect(isOn(day, { now: new Date(2026, 5, 14, 23, 59, 59).getTime() })).toBe(false);
    expect(isOn(day, { now: new Date(2026, 5, 16, 0, 0, 0).getTime() })).toBe(false);
  });

  it.each([
    ["08-18", 7, false],
    ["08-18", 8, true],
    ["08-18", 17, true],
    ["08-18", 18, false],
    ["22-06", 23, true],
    ["22-06", 0, true],
    ["22-06", 5, true],
    ["22-06", 6, false],
    ["22-06", 12, false],
    ["18-24", 23, true],
    ["00-24", 0, true],
  ])("within hours %s at %i: %s", (hours, hour, expected) => {
    expect(isOn({ when: { hours } }, { now: at(hour) })).toBe(expected);
  });

  it.each<[Segment, Customer, boolean]>([
    [{ loggedIn: true }, { loggedIn: true }, true],
    [{ loggedIn: true }, { loggedIn: false }, false],
    [{ loggedIn: false }, { loggedIn: false }, true],
    [{ loggedIn: false }, {}, false],
    [{ group: "b2b" }, { group: "b2b" }, true],
    [{ group: "b2b" }, {}, false],
    [{ country: ["DE", "AT"] }, { country: "AT" }, true],
    [{ country: ["AT"] }, { country: "at" }, true],
    [{ country: ["DE"] }, { country: "FR" }, false],
    [{ country: ["DE"] }, { country: {} as never }, false],
    [{ country: ["DE"] }, {}, false],
    [{ country: [] }, { country: "DE" }, false],
    [{ firstVisit: true }, { firstVisit: true }, true],
    [{ firstVisit: false }, {}, false],
    [{ group: "b2b", loggedIn: true }, { group: "b2b", loggedIn: false }, false],
    [{}, {}, true],
  ])("for %j and a customer of %j: %s", (when, customer, expected) => {
    expect(isOn({ when }, { customer })).toBe(expected);
  });

  it("is met by nobody the page says nothing of", () => {
    const { customer: _, ...page } = { ...inCart.page, customer: undefined };
    expect(rulesFor([{ from: {}, when: { loggedIn: false } }], { ...inCart, page })[0]?.isOn).toBe(false);
  });
});

describe("neverOf", () => {
  it("gathers products and categories of the rules that match now", () => {
    const rules: Rule[] = [
      { from: { product: "phone" }, never: ["used-phone", { category: "Used" }] },
      { from: { category: "Phones" }, never: ["old-case"] },
      { from: { product: "other" }, never: ["unrelated"] },
      { from: {}, never: ["late"], since: "2099-01-01" },
      { from: {}, with: ["case"] },
    ];
    expect(neverOf(rulesFor(rules, inCart))).toEqual({ products: new Set(["used-phone", "old-case"]), categories: new Set(["Used"]) });
  });
});

describe("targetKeys", () => {
  it("names what the rules may lead to that start at these products, or at any", () => {
    const rules: Rule[] = [
      { from: { product: "phone" }, with: ["case", { category: "Cases" }] },
      { from: { product: "other" }, with: ["unrelated"] },
      { from: { category: "Phones" }, instead: ["phone-2"], never: ["used"] },
    ];
    expect(targetKeys(rules, ["phone"])).toEqual(["case", "category:Cases", "phone-2"]);
  });
});
