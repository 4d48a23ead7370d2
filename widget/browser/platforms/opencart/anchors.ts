import type { Anchor } from "../../../types/platform.ts";

const at = (placement: Anchor["placement"], selector: string, position: NonNullable<Anchor["position"]> = "append"): Anchor => ({
  placement,
  selector,
  position,
});

/**
 * Where the default themes of OpenCart 2 to 4 have room. On the cart page of 4.1 never as a child of `#shopping-cart` itself, which is watched:
 * whatever enters it has the theme ask for the header's cart again (checkout/cart.twig). No line has room of its own: cells are as narrow as a word.
 */
export const anchors: readonly Anchor[] = [
  at("product", "#product", "after"),
  // The end of the column that sells, which is shorter than the one with the pictures.
  at("product", "#product ~ :last-child", "after"),
  at("product", "#product-product .tab-content,#product-info .tab-content", "after"),
  at("product", "#product-product #content,#product-info #content"),
  // Beside the sums, whose box has a margin; the list of goods has none.
  at("drawer", "#cart .dropdown-menu div > table,#header-cart .dropdown-menu div > table", "before"),
  at("drawer", "#cart .dropdown-menu table,#header-cart .dropdown-menu table", "after"),
  at("cart", "#checkout-cart .table-responsive"),
  at("cart", "#shopping-cart,#checkout-cart .buttons", "after"),
  at("cart", "#checkout-cart #content"),
  // Steps of 2 and 3, closed until they are reached; each ends in a button that floats.
  at("checkout", "#collapse-shipping-method .panel-body", "prepend"),
  at("checkout", "#collapse-payment-method .panel-body", "prepend"),
  at("checkout", "#checkout-payment-method", "before"),
  // The longer column, of the addresses.
  at("checkout", "#checkout-checkout #content > .row > :first-child"),
];
