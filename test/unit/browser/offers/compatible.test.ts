import { describe, expect, it } from "vitest";
import { fitsCart, fitsSeat, meets } from "../../../../widget/browser/offers/compatible.ts";
import { aProduct } from "../../../support/builders.ts";

const seat = (attributes: Record<string, string>) => ({ product: aProduct({ id: "phone" }), attributes });

describe("meets", () => {
  it.each([
    [{ model: "Aster 9" }, { model: ["Aster 9", "Aster 9 Max"] }, true],
    [{ model: "Aster 8" }, { model: ["Aster 9"] }, false],
    [{ model: "Aster 9" }, { model: ["Aster 9"], port: ["C"] }, false],
    [{ model: "Aster 9", port: "C" }, { model: ["Aster 9"], port: ["C"] }, true],
    [{}, { model: ["Aster 9"] }, false],
    [{}, {}, true],
    [{}, { constructor: ["function Object() { [native code] }"] }, false],
  ])("%j against %j is %s", (attributes, demands, expected) => {
    expect(meets(attributes as Record<string, string>, demands as Record<string, string[]>)).toBe(expected);
  });
});

describe("fitsSeat", () => {
  it("lets in what demands nothing", () => expect(fitsSeat(aProduct(), seat({}))).toBe(true));
  it("asks the one thing it goes with", () => {
    const shell = aProduct({ fits: { model: ["Aster 9"] } });
    expect(fitsSeat(shell, seat({ model: "Aster 9" }))).toBe(true);
    expect(fitsSeat(shell, seat({ model: "Aster 9 Max" }))).toBe(false);
  });
});

describe("fitsCart", () => {
  it("wants what it requires anywhere in the cart", () => {
    const card = aProduct({ requires: { slot: ["microSD"] } });
    expect(fitsCart(card, [seat({}), seat({ slot: "microSD" })])).toBe(true);
    expect(fitsCart(card, [seat({})])).toBe(false);
  });
  it("stays out where one of its kind is in already", () => {
    const plan = aProduct({ oneOf: { plan: ["basic", "premium"] } });
    expect(fitsCart(plan, [seat({ plan: "basic" })])).toBe(false);
    expect(fitsCart(plan, [seat({ plan: "none" }), seat({})])).toBe(true);
  });
});
