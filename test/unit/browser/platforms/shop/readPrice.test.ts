import fc from "fast-check";
import { expect, test } from "vitest";
import { minorDigits } from "../../../../../widget/browser/lib/money.ts";
import { readPrice } from "../../../../../widget/browser/platforms/shop/readPrice.ts";

test.each([
  ["1.234,50 zł", "PLN", 123_450],
  ["1\u00a0234,50\u00a0₽", "RUB", 123_450],
  ["1\u202f234,50\u202f€", "EUR", 123_450],
  ["1 234,50 ₽", "RUB", 123_450],
  ["$1,325.20", "USD", 132_520],
  ["US$1,325.20", "USD", 132_520],
  ["¥500", "JPY", 500],
  ["¥1,500", "JPY", 1500],
  ["1.234.567 ₫", "VND", 1_234_567],
  ["1'234.50 CHF", "CHF", 123_450],
  ["CHF 1’234.50", "CHF", 123_450],
  ["CHF 5.–", "CHF", 500],
  ["Rs. 1,23,456.00", "INR", 12_345_600],
  ["12,90 €", "EUR", 1290],
  ["12,9", "EUR", 1290],
  ["1290", "EUR", 129_000],
  ["KWD 1.234", "KWD", 1234],
  ["KWD 1,234.500", "KWD", 1_234_500],
  ["1.234 €", "EUR", 123_400],
  ["руб. 500", "RUB", 50_000],
  ["500руб.", "RUB", 50_000],
  ["kr. 1.234,50", "DKK", 123_450],
  ["1.234,- kr", "NOK", 123_400],
  ["\u200f١٬٢٣٤٫٥٠ ج.م.\u200f", "EGP", 123_450],
  ["۱٬۲۳۴ ﷼", "IRR", 1234],
  ["\n    $603.00\n  ", "USD", 60_300],
  ["0.00", "EUR", 0],
])("%j in %s is %i", (text, currency, minor) => {
  expect(readPrice(text, currency)).toEqual({ minor, currency });
});

test.each([
  ["below 0", "−5 €"],
  ["below 0, the sign before the currency", "-$5.00"],
  ["below 0, the sign before letters", "-zł 5,00"],
  ["below 0, behind a mark of direction", "-\u200f5.00 ₪"],
  ["a span of prices", "$5 – $10"],
  ["a span in one currency", "5-10 €"],
  ["two prices in two lines", "10.00\n5.00"],
  ["two whole prices in two lines", "1 200\n1 500"],
  ["a price and a share", "12,90 € (19 % VAT)"],
  ["a price by the piece of another kind", "500 ₽/м2"],
  ["digits parted as nobody does", "12 34 €"],
  ["two kinds of separators and no fraction", "1.234,567 €"],
  ["a fraction of three digits", "0,125 €"],
  ["words", "Free"],
  ["nothing", ""],
  ["no text at all", undefined],
  ["an empty element", null],
])("%s cannot be told for certain", (_, text) => {
  expect(readPrice(text, "EUR")).toBeUndefined();
});

const LOCALES = ["en", "en-IN", "de", "de-CH", "de-AT", "fr", "fr-CH", "pl", "ru", "cs", "sv", "nb", "da", "es", "es-MX", "pt", "pt-BR"];
const MORE_LOCALES = ["it", "nl", "tr", "he", "ar", "ar-EG", "fa", "ur", "ja", "zh", "ko", "vi", "hu", "bg", "el", "lv", "ka", "hi", "hy"];
const CURRENCIES = ["EUR", "USD", "JPY", "KWD", "PLN", "RUB", "CHF", "INR", "BRL", "VND", "TND", "HUF", "ISK", "ILS", "AED", "CLF", "XAF"];

test("what a browser writes of any amount is read back exactly, and nothing below 0", () => {
  const written = fc.record({
    locale: fc.constantFrom(...LOCALES, ...MORE_LOCALES),
    currency: fc.constantFrom(...CURRENCIES),
    currencyDisplay: fc.constantFrom("symbol", "narrowSymbol", "code", "name"),
    minor: fc.oneof(fc.nat(9999), fc.nat(99_999_999), fc.nat(10 ** 12)),
  });
  fc.assert(
    fc.property(written, ({ locale, currency, currencyDisplay, minor }) => {
      const format = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay });
      const amount = minor / 10 ** minorDigits(currency);
      expect(readPrice(format.format(amount), currency)).toEqual({ minor, currency });
      expect(readPrice(format.format(-amount), currency)).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});
