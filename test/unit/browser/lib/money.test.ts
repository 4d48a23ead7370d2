import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, formatMoney, fromDecimal, minorDigits, subtract } from "../../../../widget/browser/lib/money.ts";
import { euro } from "../../../support/builders.ts";

describe("money", () => {
  it.each([
    ["EUR", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["€", 2],
  ])("knows that %s has %i minor digits", (currency, digits) => expect(minorDigits(currency)).toBe(digits));

  it.each<[unknown, string, number | undefined]>([
    [12.9, "EUR", 1290],
    ["12.90", "EUR", 1290],
    [1.005, "EUR", 101],
    [8.2, "KWD", 8200],
    ["500", "JPY", 500],
    [0, "EUR", 0],
    ["", "EUR", undefined],
    [" ", "EUR", undefined],
    ["1.234,50", "EUR", undefined],
    [-1, "EUR", undefined],
    [Number.NaN, "EUR", undefined],
    [Number.POSITIVE_INFINITY, "EUR", undefined],
    [1e21, "EUR", undefined],
    ["1e21", "EUR", undefined],
    [1e14, "EUR", undefined],
    [1e-7, "EUR", undefined],
    ["1e400", "EUR", undefined],
    [null, "EUR", undefined],
    [true, "EUR", undefined],
  ])("reads %j %s as %s minor units", (amount, currency, minor) => {
    expect(fromDecimal(amount, currency)?.minor).toBe(minor);
  });

  it("reads every amount of cents back exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (cents) => fromDecimal((cents / 100).toFixed(2), "EUR")?.minor === cents),
    );
  });

  it("adds and subtracts within a currency only", () => {
    expect(add(euro(1.1), euro(2.2))).toEqual(euro(3.3));
    expect(subtract(euro(5), euro(7))).toEqual(euro(-2));
    expect(() => add(euro(1), { minor: 1, currency: "USD" })).toThrow("EUR and USD");
    expect(() => subtract(euro(1), { minor: 1, currency: "USD" })).toThrow("EUR and USD");
  });

  it("writes as the locale does, and plainly where locale or currency are none", () => {
    expect(formatMoney(euro(1234.5), "de-DE")).toBe("1.234,50\u00a0€");
    expect(formatMoney({ minor: 500, currency: "JPY" }, "en")).toBe("¥500");
    expect(formatMoney(euro(12.9), "xx_YY")).toBe("12.90 EUR");
    expect(formatMoney({ minor: 1290, currency: "€" }, "en")).toBe("12.90 €");
  });
});
