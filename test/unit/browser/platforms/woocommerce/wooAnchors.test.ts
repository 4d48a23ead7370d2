import { afterEach, describe, expect, it } from "vitest";
import { wooAnchors } from "../../../../../widget/browser/platforms/woocommerce/wooAnchors.ts";

const KEYS = ["first", "second"];
const anchors = wooAnchors((at, of) => (of === KEYS.length ? KEYS[at] : undefined));

/** Keys of the lines that have a place for their alternatives. */
const linesAt = (placement: "cart" | "drawer") =>
  anchors.flatMap((anchor) => {
    const { line } = anchor;
    return anchor.placement === placement && typeof line === "function"
      ? [...document.querySelectorAll(anchor.selector)].map((match) => line(match))
      : [];
  });
const blockRow = (attributes = "") =>
  `<tr class="wc-block-cart-items__row"${attributes}><td class="wc-block-cart-item__product"><div class="wc-block-cart-item__wrap"></div></td></tr>`;

afterEach(() => {
  document.body.className = "";
  document.body.innerHTML = "";
});

describe("wooAnchors", () => {
  it("knows a line of the classic cart by its field, and by the link that removes it", () => {
    document.body.innerHTML = `<form class="woocommerce-cart-form"><table>
      <tr class="cart_item"><td class="product-name"></td><td><input name="cart[c51ce4][qty]"></td></tr>
      <tr class="cart_item"><td><a class="remove" href="/cart/?remove_item=8fa711&amp;_wpnonce=1">×</a></td><td class="product-name"></td></tr></table></form>`;
    expect(linesAt("cart")).toEqual(["c51ce4", "8fa711"]);
  });

  it("knows a line of the mini-cart", () => {
    document.body.innerHTML = `<div class="widget_shopping_cart_content"><ul class="woocommerce-mini-cart"><li class="mini_cart_item"><a class="remove" href="/cart/?remove_item=c51ce4&amp;_wpnonce=1" data-cart_item_key="c51ce4"></a></li></ul></div>`;
    expect(linesAt("drawer")).toEqual(["c51ce4"]);
  });

  it("knows a row of the cart block by its key, else by its place in the cart that was read last", () => {
    const table = (rows: string) =>
      `<div class="wp-block-woocommerce-cart"><table class="wc-block-cart-items"><tbody>${rows}</tbody></table></div>`;
    document.body.innerHTML = table(blockRow() + blockRow());
    expect(linesAt("cart")).toEqual(["first", "second"]);
    document.body.innerHTML = table(blockRow(' data-cart-item-key="c51ce4"') + blockRow(' data-cart-item-key="8fa711"'));
    expect(linesAt("cart")).toEqual(["c51ce4", "8fa711"]);
  });

  it("names no line while the theme shows another number of them than the cart has", () => {
    document.body.innerHTML = `<div class="wp-block-woocommerce-cart"><table><tbody>${blockRow()}</tbody></table></div>`;
    expect(linesAt("cart")).toEqual([undefined]);
  });

  it("has room after the form of the product page alone, not of a list", () => {
    document.body.innerHTML = '<form class="cart"></form>';
    const [first] = anchors.filter(({ placement }) => placement === "product");
    expect(document.querySelector(first!.selector)).toBeNull();
    document.body.className = "single-product";
    expect(document.querySelector(first!.selector)?.className).toBe("cart");
  });

  it("has no room in a block before it is drawn, which would draw ours again, and has it then", () => {
    const placesOf = () =>
      anchors.filter(({ selector }) => document.querySelector(selector)).map(({ placement, position }) => [placement, position]);
    document.body.className = "woocommerce-cart woocommerce-checkout";
    document.body.innerHTML = `<div class="wp-block-woocommerce-cart is-loading"><table class="wc-block-cart-items"></table></div>
      <div class="wp-block-woocommerce-checkout is-loading"><div class="wp-block-woocommerce-checkout-payment-block"></div></div>`;
    expect(placesOf()).toEqual([]);
    for (const block of document.querySelectorAll(".is-loading")) block.classList.remove("is-loading");
    expect(placesOf()).toEqual([
      ["cart", "after"],
      ["cart", "after"],
      ["checkout", "before"],
    ]);
  });

  it("goes under what a classic cart offers beside its sum, never into the gap between both", () => {
    const placeOf = (html: string) => {
      document.body.innerHTML = `<div class="cart-collaterals">${html}<div class="cart_totals"></div></div>`;
      const { selector, position } = anchors.find((anchor) => document.querySelector(anchor.selector))!;
      return [document.querySelector(selector)?.className, position];
    };
    expect(placeOf('<div class="cross-sells"></div>')).toEqual(["cross-sells", undefined]);
    expect(placeOf("")).toEqual(["cart-collaterals", "after"]);
  });

  it("has a last place at the end of the cart page, in the footer of a theme of blocks, and of no other page", () => {
    document.body.innerHTML = `<footer><div class="has-global-padding"></div></footer>`;
    const last = () => anchors.filter(({ selector }) => document.querySelector(selector)).map(({ placement }) => placement);
    document.body.className = "woocommerce-cart";
    expect(last()).toEqual(["cart"]);
    document.body.className = "woocommerce-checkout";
    expect(last()).toEqual([]);
  });

  it("does not take the table of the mini-cart's drawer for the cart's", () => {
    document.body.className = "woocommerce-cart";
    document.body.innerHTML = `<div class="wc-block-mini-cart__items"><table class="wc-block-cart-items"></table></div>`;
    expect(anchors.filter(({ selector }) => document.querySelector(selector)).map(({ placement }) => placement)).toEqual(["drawer"]);
  });

  it("is made of selectors that every browser understands", () => {
    for (const { selector } of anchors) expect(() => document.querySelector(selector)).not.toThrow();
  });
});
