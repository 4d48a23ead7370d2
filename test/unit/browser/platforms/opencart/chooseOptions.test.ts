import { describe, expect, test } from "vitest";
import { chooseOptions, chosenNow } from "../../../../../widget/browser/platforms/opencart/chooseOptions.ts";
import { parseHtml } from "../../../../../widget/browser/platforms/shop/parseHtml.ts";
import { choosy } from "../../../../support/shops/opencart/goods.ts";
import { optionField } from "../../../../support/shops/opencart/pagePieces.ts";

const price = () => "$12.00";
const more = `<div class="form-group mb-3"><label for="d">Date</label><input name="option[219]" id="d" value=""></div>
  <div class="form-group mb-3"><label for="t">Date &amp; Time</label><input name="option[220]" id="t" value=""></div>`;
const form = (generation: 3 | 4) => {
  const state = { generation, price, lines: [], link: () => "", route: () => "" };
  return parseHtml(`<div id="product">${choosy.options!.map((option) => optionField(option, state)).join("")}${more}</div>`).body;
};

describe.each([3, 4] as const)("the form of OpenCart %i", (generation) => {
  test.each([
    ["a choice of a list, without what it costs more", { Size: "Small" }, [["option[217]", "4"]]],
    ["one the cart has cut short", { Size: "Large, with a very l.." }, [["option[217]", "3"]]],
    ["one of several buttons", { Strap: "Red" }, [["option[218]", "6"]]],
    [
      "several ticks",
      { Extra: "Cable, Cloth" },
      [
        ["option[223][]", "8"],
        ["option[223][]", "9"],
      ],
    ],
    ["what may be written freely, by the longest name that fits", { Date: "& Time 2026-01-01" }, [["option[220]", "2026-01-01"]]],
    ["nothing for what it does not know", { Model: "product 11", "Reward Points": "1200" }, []],
  ])("finds %s", (_, wanted, expected) => {
    expect(chooseOptions(form(generation), wanted as unknown as Readonly<Record<string, string>>)).toEqual(expected);
  });

  test("tells a value that it does not have", () => {
    expect(chooseOptions(form(generation), { Size: "Small", Strap: "Blue" })).toBeUndefined();
  });

  test("holds what is chosen now, and no box that is not ticked", () => {
    const now = form(generation);
    now.querySelector<HTMLSelectElement>("select")!.value = "3";
    now.querySelector<HTMLInputElement>('[value="6"]')!.checked = true;
    expect(chosenNow(now)).toEqual([
      ["option[217]", "3"],
      ["option[218]", "6"],
      ["option[219]", ""],
      ["option[220]", ""],
    ]);
  });
});
