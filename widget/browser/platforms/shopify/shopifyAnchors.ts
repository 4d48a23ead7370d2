import type { LineKey } from "../../../types/cart.ts";
import type { Placement } from "../../../types/placement.ts";
import type { Anchor } from "../../../types/platform.ts";

type Room = readonly [selector: string, position?: NonNullable<Anchor["position"]>];

/** Of Dawn and of Horizon, as its documentation has it. */
const MAIN: Room = ["#MainContent,main"];

/** Where Dawn and Horizon, and the many themes made of them, have room, best first. */
const ROOMS: Readonly<Partial<Record<Placement, readonly Room[]>>> = {
  product: [
    ["product-form.product-form,.buy-buttons-block", "after"],
    [".product__info-container,.product-details>.group-block"],
    ['[id^="MainProduct-"],.product-information', "after"],
    MAIN,
  ],
  drawer: [["cart-drawer-items"], [".cart-drawer__items"]],
  cart: [
    ["#main-cart-items,.cart-page__items"],
    ["#main-cart-footer .cart__blocks,.cart-page__summary"],
    ["#main-cart-footer,.cart-page", "after"],
    MAIN,
  ],
};

/** Room on a page of this step; a drawer may be over any but the cart page. `keys`: of the cart's lines, in their order. */
export function shopifyAnchors(step: Placement | undefined, keys: readonly LineKey[]): readonly Anchor[] {
  const rooms = (placement: Placement) =>
    (ROOMS[placement] ?? []).map(([selector, position = "append"]): Anchor => ({ placement, selector, position }));
  if (step !== "cart") return [...(step ? rooms(step) : []), ...rooms("drawer")];
  return [
    ...rooms(step),
    { placement: step, selector: "cart-items .cart-item__details", line: (match) => keyOfRow(match, keys) },
    { placement: step, selector: ".cart-page .cart-items__details", line: "data-key" },
  ];
}

/** Dawn says the key of a row where it is removed without scripts; some of its kin number it from 1 there, as the row itself is. */
function keyOfRow(match: Element, keys: readonly LineKey[]): LineKey | undefined {
  const row = match.closest('[id^="CartItem-"]');
  const remove = row?.querySelector<HTMLAnchorElement>('a[href*="/cart/change"]')?.search;
  return new URLSearchParams(remove).get("id") ?? keys[Number(row?.id.split("-")[1]) - 1];
}
