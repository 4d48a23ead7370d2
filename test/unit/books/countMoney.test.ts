import { describe, expect, test } from "vitest";
import { countMoney } from "../../../widget/books/countMoney.ts";
import type { Sums } from "../../../widget/trainer/exports/bookForm.ts";

const count = (sums: Sums, format = { currency: "EUR", comma: false }) => {
  const counted = countMoney(sums, format);
  return counted.ok ? [counted.money.net, counted.money.refunded] : counted.fault;
};

describe("row 144: what an order came to", () => {
  test.each<[string, Sums, readonly unknown[]]>([
    ["net as it is said", { net: "80", total: "119", tax: "19", shipping: "20" }, [8000, undefined]],
    [
      "the total less tax, shipping, fees and a discount",
      { total: "130", tax: "19", shipping: "20", fees: "1", discount: "-10" },
      [8000, undefined],
    ],
    ["goods to which tax is added", { goods: "80", tax: "10", shipping: "20", total: "110" }, [8000, undefined]],
    ["goods with tax in them, and in shipping", { goods: "96", tax: "20", shipping: "24", total: "120" }, [8000, undefined]],
    ["goods alone", { goods: "80" }, [8000, undefined]],
    ["nought", { net: "0" }, [0, undefined]],
    ["a refund, of which the tax is not the shop's", { total: "119", tax: "19", refunded: "59.50" }, [10_000, 5000]],
    ["a refund with a minus", { net: "100", refunded: "-25.00" }, [10_000, 2500]],
    ["a refund that gave shipping back too", { total: "119", tax: "19", shipping: "20", refunded: "119" }, [8000, 8000]],
  ])("is %s", (_, sums, expected) => {
    expect(count(sums)).toEqual(expected);
  });

  test("is counted in the minor units of each currency, decimals after comma or point", () => {
    expect(count({ net: "1500" }, { currency: "JPY", comma: false })).toEqual([1500, undefined]);
    expect(count({ net: "1.5" }, { currency: "KWD", comma: false })).toEqual([1500, undefined]);
    expect(count({ net: "1.299,50 €" }, { currency: "EUR", comma: true })).toEqual([129_950, undefined]);
    expect(count({ net: "1.299" }, { currency: "EUR", comma: true })).toEqual([129_900, undefined]);
  });

  test.each<[Sums, string]>([
    [{}, "there is neither net nor total"],
    [{ net: " ", tax: "1" }, "there is neither net nor total"],
    [{ total: "ten" }, "total is no sum: ten"],
    [{ net: "-5" }, "net is no sum: -5"],
    [{ total: "5", tax: "9" }, "tax, shipping and discounts are more than the total"],
    [{ net: "1e308" }, "net is no sum: 1e308"],
  ])("of %j is not known: %s", (sums, fault) => {
    expect(count(sums)).toBe(fault);
  });
});
