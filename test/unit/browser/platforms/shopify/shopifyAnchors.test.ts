import { afterEach, expect, test } from "vitest";
import type { Placement } from "../../../../../widget/types/placement.ts";
import { shopifyAnchors } from "../../../../../widget/browser/platforms/shopify/shopifyAnchors.ts";

afterEach(() => {
  document.body.innerHTML = "";
});

const placements = (step: Placement | undefined) => [...new Set(shopifyAnchors(step, []).map(({ placement }) => placement))];

test("each page has room for its own step, and a drawer may be over any but the cart", () => {
  expect([placements("product"), placements("cart"), placements(undefined), placements("checkout")]).toEqual([
    ["product", "drawer"],
    ["cart"],
    ["drawer"],
    ["drawer"],
  ]);
});

/** What the line anchors make of every place they find. */
const linesOf = (keys: readonly string[]) =>
  shopifyAnchors("cart", keys).flatMap(({ selector, line }) =>
    [...(line ? document.querySelectorAll(selector) : [])].map((match) =>
      typeof line === "string" ? match.closest(`[${line}]`)?.getAttribute(line) : line?.(match),
    ),
  );

const row = (at: number, link: string) =>
  `<tr id="CartItem-${at}"><td class="cart-item__details"></td><td><a href="/products/x?id=no">X</a><a href="${link}">Remove</a></td></tr>`;

test("a row of Dawn's is told by the key where it is removed, else by its number", () => {
  document.body.innerHTML = `<cart-items><table>${row(1, "/cart/change?id=41%3Aaf&quantity=0")}${row(2, "/cart/change?line=2&quantity=0")}${row(3, "#")}</table></cart-items>`;
  expect(linesOf(["41:af", "42:bc"])).toEqual(["41:af", "42:bc", undefined]);
});

test("a row of Horizon's says its key, and one in a drawer has no room", () => {
  const line = '<table><tr data-key="41:af"><td class="cart-items__details"></td></tr></table>';
  document.body.innerHTML = `<div class="cart-page">${line}</div><dialog>${line}</dialog>`;
  expect(linesOf([])).toEqual(["41:af"]);
});
