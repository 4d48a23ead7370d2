import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, formatMoney, fromDecimal, minorDigits, subtract } from "../../../../widget/browser/lib/money.ts";
import type { MoneyFormat } from "../../../../widget/types/config.ts";
import type { Money } from "../../../../widget/types/money.ts";
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
    expect(() => add(euro(1), { minor: 1, currency: "USD" })).toThrow("two currencies");
    expect(() => subtract(euro(1), { minor: 1, currency: "USD" })).toThrow("two currencies");
  });

  it("writes as the locale does, and plainly where locale or currency are none", () => {
    expect(formatMoney(euro(1234.5), "de-DE")).toBe("1.234,50\u00a0€");
    expect(formatMoney({ minor: 500, currency: "JPY" }, "en")).toBe("¥500");
    expect(formatMoney(euro(12.9), "xx_YY")).toBe("12.90 EUR");
    expect(formatMoney({ minor: 1290, currency: "€" }, "en")).toBe("12.90 €");
  });

  const sums: readonly Money[] = [euro(1234.5), euro(5), { minor: 500, currency: "JPY" }, { minor: 1_234_567, currency: "KWD" }];
  const formats: readonly MoneyFormat[] = [
    {},
    { currencyDisplay: "code" },
    { currencyDisplay: "name" },
    { trailingZeroDisplay: "stripIfInteger" },
    { locale: "de-CH" },
  ];
  it.each(["ar", "cs", "de", "en", "es", "fr", "pl", "ru", "tr", "uk"])("writes sums in %s as Intl does, to the last space", (locale) => {
    for (const { minor, currency } of sums)
      for (const format of formats) {
        const { locale: own = locale, ...options } = format;
        const amount = minor / 10 ** minorDigits(currency);
        const written = new Intl.NumberFormat(own, { ...options, style: "currency", currency }).format(amount);
        expect(formatMoney({ minor, currency }, locale, format)).toBe(written);
      }
  });

  it.each<[string, Money, MoneyFormat, string]>([
    ["de", euro(1234.5), {}, "1.234,50\u00a0€"],
    ["fr", euro(1234.5), {}, "1\u202f234,50\u00a0€"],
    ["pl", euro(1234.5), {}, "1234,50\u00a0€"],
    ["en", euro(5), { currencyDisplay: "code" }, "EUR\u00a05.00"],
    ["de", euro(5), { trailingZeroDisplay: "stripIfInteger" }, "5\u00a0€"],
    ["de", euro(5.5), { trailingZeroDisplay: "stripIfInteger" }, "5,50\u00a0€"],
    ["ja", { minor: 1500, currency: "JPY" }, {}, "￥1,500"],
    ["en", { minor: 1_234_567, currency: "KWD" }, {}, "KWD\u00a01,234.567"],
  ])("writes in %s %j with %j as %j", (locale, sum, format, written) => expect(formatMoney(sum, locale, format)).toBe(written));

  it.each([[{ currencyDisplay: "sign" }], [{ trailingZeroDisplay: "none" }], [{ locale: "de_CH" }], [{ notation: "tiny" }]])(
    "row 95: writes as the locale does where the format %j is none",
    (format) => expect(formatMoney(euro(5), "de", format as object)).toBe("5,00\u00a0€"),
  );

  it("takes neither the currency nor the style from a format", () => {
    expect(formatMoney(euro(5), "de", { style: "percent", currency: "USD" } as object)).toBe("5,00\u00a0€");
  });
});
