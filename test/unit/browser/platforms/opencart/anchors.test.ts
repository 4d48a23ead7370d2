import { afterEach, expect, test } from "vitest";
import { findSlots } from "../../../../../widget/browser/placements/findSlots.ts";
import { anchors } from "../../../../../widget/browser/platforms/opencart/anchors.ts";

afterEach(() => {
  document.body.innerHTML = "";
});

/** The slots of a page, and what they stand beside or in, best first. */
const slotsOf = (html: string) => {
  document.body.innerHTML = html;
  return findSlots(anchors, {}).map(({ key, spots }) => [key, ...spots.map(({ at, position }) => `${position} ${at.id || at.className}`)]);
};

test.each([
  ["3", "<li><table class=goods></table></li><li><div><table class=sums></table></div></li>"],
  ["4", "<li><table class=goods></table><div><table class=sums></table></div></li>"],
])("in the header's cart of OpenCart %s offers stand with the sums, between them and the goods", (_, list) => {
  const [first] = slotsOf(`<div id="cart"><ul class="dropdown-menu">${list}</ul></div>`);
  expect(first).toEqual(["drawer.cross-sell", "before sums", "after goods"]);
});

test("lines of the cart page are too narrow for what is better: it stands with the others", () => {
  const row = '<tr><td></td><td><a href="/phone">Phone</a></td><td><input name="key" value="7"></td></tr>';
  const slots = slotsOf(`<div id="checkout-cart"><div id="content"><div id="shopping-cart">
    <div id="output-cart" class="table-responsive"><table><tbody>${row}</tbody></table></div></div></div></div>`);
  const spots = ["append output-cart", "after shopping-cart", "append content"];
  expect(slots).toEqual([
    ["cart.cross-sell", ...spots],
    ["cart.up-sell", ...spots],
  ]);
});
