import type { LineKey } from "../../../types/cart.ts";
import type { Anchor } from "../../../types/platform.ts";

const FORM = "form.cart,form.wc-block-add-to-cart-with-options";
const ROW = ".wc-block-cart-items__row";
/** Of a row; what it holds is a column of boxes as narrow as can be. Source: cart-line-items-table/style.scss. */
const CELL = `${ROW} .wc-block-cart-item__product`;
/** Until a block is drawn it holds placeholders, of which it makes copies: what stands among them would be copied too. */
const drawn = (block: string) => `.wp-block-woocommerce-${block}:not(.is-loading)`;

function inProduct(selectors: string): string {
  return `.single-product :is(${selectors})`;
}

/** A selector, and where we go, seen from it: default within, at its end. */
type Place = readonly [selector: string, position?: "before" | "after"];

/** Where the stock templates have room, best place first. Sources: templates/ and client/blocks/assets/js/blocks/ of WooCommerce. */
const PLACES: Readonly<Partial<Record<Anchor["placement"], readonly Place[]>>> = {
  product: [
    [inProduct(FORM), "after"],
    [inProduct(`.summary,.wp-block-column:has(${FORM})`)],
    [inProduct(".woocommerce-tabs,.wp-block-woocommerce-product-details"), "after"],
    [inProduct("main")],
  ],
  drawer: [[".wc-block-mini-cart__items"], [".widget_shopping_cart_content .woocommerce-mini-cart", "after"]],
  cart: [
    [".woocommerce-cart-form", "after"],
    [`${drawn("cart")} .wc-block-cart-items`, "after"],
    // Beside the sum of a classic theme, which floats, no gap would be left.
    [".cross-sells,.wc-block-cart__main"],
    [`.cart-collaterals,${drawn("cart")}`, "after"],
    // Of a cart so short that the page's end is in view, and would move.
    [".woocommerce-cart footer>.has-global-padding"],
  ],
  checkout: [
    [`#payment,${drawn("checkout")} :is(.wp-block-woocommerce-checkout-payment-block,.wc-block-checkout__payment-method)`, "before"],
    [".woocommerce-additional-fields,.wc-block-checkout__sidebar"],
    ["#order_review,.wc-block-checkout__main"],
  ],
};

/** `keyAt`: the key of the line at a place in the newest cart. */
export function wooAnchors(keyAt: (at: number, of: number) => LineKey | undefined): readonly Anchor[] {
  const line = (match: Element) => keyOf(match, keyAt);
  const places = Object.entries(PLACES).flatMap(([placement, all]) =>
    all.map(([selector, position]) => ({ placement, selector, position }) as Anchor),
  );
  return [
    ...places,
    { placement: "cart", selector: `.woocommerce-cart-form .cart_item .product-name,.wp-block-woocommerce-cart ${CELL}`, line },
    { placement: "drawer", selector: `.mini_cart_item,.wc-block-mini-cart__items ${CELL}`, line },
  ];
}

/** Classic rows name their key in a field or a link, blocks of newer versions in an attribute; of others the place tells. */
function keyOf(match: Element, keyAt: (at: number, of: number) => LineKey | undefined): LineKey | undefined {
  const row = match.closest<HTMLElement>(`.cart_item,.mini_cart_item,${ROW}`);
  const named = row?.dataset["cartItemKey"];
  if (!row || named) return named;
  const told = [...row.querySelectorAll('[name^="cart["],[href*="remove_item="]')].flatMap(
    (element) => /(?:^cart\[|remove_item=)(\w+)/.exec(element.getAttribute("name") ?? element.getAttribute("href") ?? "")?.[1] ?? [],
  );
  const rows = [...row.parentElement!.querySelectorAll(ROW)];
  return told[0] ?? keyAt(rows.indexOf(row), rows.length);
}
