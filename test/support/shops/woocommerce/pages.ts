import type { FakePage } from "../fakeShop.ts";
import { soldBy } from "./catalogue.ts";
import { keyOf, ORIGIN, type Row, type Server } from "./createServer.ts";

export interface DrawnPage {
  readonly page: FakePage;
  readonly server: Server;
  /** Whose product page. */
  readonly id: number;
  /** What was ordered, on the confirmation page. */
  readonly paid?: readonly Row[];
}

/** Classes of the body, of both kinds of themes. */
export const bodyClass = (page: FakePage, id: number): string =>
  ({
    home: "home wp-theme-storefront woocommerce-no-js",
    product: `single-product postid-${id} woocommerce woocommerce-page`,
    cart: "page woocommerce-cart woocommerce-page",
    checkout: "page woocommerce-checkout woocommerce-page",
    confirmation: "page woocommerce-checkout woocommerce-page woocommerce-order-received",
  })[page];

const sumOf = (server: Server, rows: readonly Row[] = server.rows()) => {
  let sum = 0;
  for (const { id, quantity } of rows) sum += soldBy(id)!.price * quantity;
  return server.text(sum);
};
const piecesOf = (server: Server) => {
  let pieces = 0;
  for (const { quantity } of server.rows()) pieces += quantity;
  return pieces;
};
const amount = (text: string) => `<span class="woocommerce-Price-amount amount"><bdi>${text}</bdi></span>`;
const removal = (row: Row) => `${ORIGIN}/cart/?remove_item=${keyOf(row)}&amp;_wpnonce=519d990d1d`;

const cartLink = (server: Server) =>
  `<a class="cart-contents" href="/cart/">${amount(sumOf(server))} <span class="count">${piecesOf(server)} items</span></a>`;

const miniCart = (server: Server) =>
  `<div class="widget_shopping_cart_content"><ul class="woocommerce-mini-cart cart_list product_list_widget">${server
    .rows()
    .map(
      (row) =>
        `<li class="woocommerce-mini-cart-item mini_cart_item"><a role="button" href="${removal(row)}" class="remove remove_from_cart_button" data-product_id="${row.id}" data-cart_item_key="${keyOf(row)}">×</a>
        <a href="#">${soldBy(row.id)!.name}</a> <span class="quantity">${row.quantity} × ${amount(server.text(soldBy(row.id)!.price))}</span></li>`,
    )
    .join("")}</ul><p class="woocommerce-mini-cart__total total">Subtotal: ${amount(sumOf(server))}</p></div>`;

/** Parts of the page that classic themes replace, by their selectors. */
export const fragments = (server: Server): Readonly<Record<string, string>> => ({
  "a.cart-contents": cartLink(server),
  "div.widget_shopping_cart_content": miniCart(server),
});

const cartRow = (server: Server, row: Row) =>
  `<tr class="woocommerce-cart-form__cart-item cart_item"><td class="product-remove"><a role="button" href="${removal(row)}" class="remove" data-product_id="${row.id}">×</a></td>
  <td class="product-name"><a href="#">${soldBy(row.id)!.name}</a></td><td class="product-price">${amount(server.text(soldBy(row.id)!.price))}</td>
  <td class="product-quantity"><input type="number" class="qty" name="cart[${keyOf(row)}][qty]" value="${row.quantity}"></td></tr>`;

/** What stands on the classic cart page, which the theme's script asks for again. */
export const classicCart = (server: Server): string =>
  server.rows().length
    ? `<div class="woocommerce"><div class="woocommerce-notices-wrapper"></div><form class="woocommerce-cart-form" action="/cart/" method="post">
      <table class="shop_table cart woocommerce-cart-form__contents"><tbody>${server
        .rows()
        .map((row) => cartRow(server, row))
        .join("")}</tbody></table><button type="submit" name="update_cart" value="Update cart">Update cart</button></form>
      <div class="cart-collaterals"><div class="cart_totals"><h2>Cart totals</h2>${amount(sumOf(server))}<a class="checkout-button" href="/checkout/">Proceed to checkout</a></div></div></div>`
    : '<div class="woocommerce"><p class="cart-empty wc-empty-cart-message">Your cart is currently empty.</p></div>';

export const orderReview = (server: Server): string =>
  `<table class="shop_table woocommerce-checkout-review-order-table"><tr class="order-total"><td>${piecesOf(server)} pieces</td><td>${amount(sumOf(server))}</td></tr></table>`;

const attribution = `<wc-order-attribution-inputs><input type="hidden" name="wc_order_attribution_utm_content" value="(none)"></wc-order-attribution-inputs>`;

const classicCheckout = (server: Server) => `<div class="woocommerce"><form name="checkout" class="checkout woocommerce-checkout">
  <div class="col2-set" id="customer_details"><div class="col-1"><label>Email <input name="billing_email"></label></div>
  <div class="col-2"><div class="woocommerce-additional-fields"><textarea name="order_comments"></textarea>${attribution}</div></div></div>
  <h3 id="order_review_heading">Your order</h3><div id="order_review" class="woocommerce-checkout-review-order">${orderReview(server)}
  <div id="payment" class="woocommerce-checkout-payment"><button type="submit" id="place_order">Place order</button></div></div></form></div>`;

const classicProduct = (server: Server, id: number) => {
  const { name, price } = soldBy(id)!;
  return `<div class="product type-product"><div class="woocommerce-product-gallery images"></div><div class="summary entry-summary">
  <h1 class="product_title entry-title">${name}</h1><p class="price">${amount(server.text(price))}</p>
  <form class="cart" method="post"><input type="number" class="qty" name="quantity" value="1"><button type="submit" name="add-to-cart" value="${id}" class="single_add_to_cart_button">Add to cart</button></form>
  <div class="product_meta">SKU</div></div><div class="woocommerce-tabs wc-tabs-wrapper">Description</div><section class="related products">Related</section></div>`;
};

const orderRows = (server: Server, paid: readonly Row[]) =>
  paid
    .map(
      (
        row,
      ) => `<tr class="woocommerce-table__line-item order_item"><td class="product-name"><a href="#">${soldBy(row.id)!.name}${row.chosen["Color"] ? " - Blue" : ""}</a>
      <strong class="product-quantity">×&nbsp;${row.quantity}</strong></td><td class="product-total">${amount(server.text(soldBy(row.id)!.price * row.quantity))}</td></tr>`,
    )
    .join("");

const classicOrder = (server: Server, paid: readonly Row[]) => `<div class="woocommerce"><div class="woocommerce-order"><p>Thank you.</p>
  <ul class="woocommerce-order-overview order_details"><li class="woocommerce-order-overview__order order">Order number: <strong>1001</strong></li>
  <li class="woocommerce-order-overview__total total">Total: <strong>${amount(sumOf(server, paid))}</strong></li></ul>
  <table class="woocommerce-table--order-details">${orderRows(server, paid)}</table></div></div>`;

/** A page of a classic theme such as Storefront. */
export function drawClassic({ page, server, id, paid = [] }: DrawnPage): string {
  const main = {
    home: () => "<p>Welcome</p>",
    product: () => classicProduct(server, id),
    cart: () => classicCart(server),
    checkout: () => classicCheckout(server),
    confirmation: () => classicOrder(server, paid),
  }[page]();
  return `<div id="page"><header id="masthead"><ul class="site-header-cart menu"><li>${cartLink(server)}</li><li><div class="widget woocommerce widget_shopping_cart">${miniCart(server)}</div></li></ul></header>
    <div id="content"><main id="main" class="site-main">${main}</main></div></div>`;
}

const blockProduct = (server: Server, id: number) => {
  const { name, price } = soldBy(id)!;
  return `<div class="wp-block-columns"><div class="wp-block-column"></div><div class="wp-block-column"><h1 class="wp-block-post-title">${name}</h1>
  <div class="wp-block-woocommerce-product-price"><div class="wc-block-components-product-price">${amount(server.text(price))}</div></div>
  <div class="wp-block-add-to-cart-form"><form class="cart" method="post"><button type="submit" name="add-to-cart" value="${id}" class="single_add_to_cart_button">Add to cart</button></form></div></div></div>
  <div class="wp-block-woocommerce-product-details">Description</div>`;
};

const blockOrder = (server: Server, paid: readonly Row[]) => `<div class="wc-block-order-confirmation-status"><h1>Order received</h1></div>
  <ul class="wc-block-order-confirmation-summary-list"><li class="wc-block-order-confirmation-summary-list-item"><span class="wc-block-order-confirmation-summary-list-item__value">1001</span></li>
  <li class="wc-block-order-confirmation-summary-list-item"><span class="wc-block-order-confirmation-summary-list-item__value">${amount(sumOf(server, paid))}</span></li></ul>
  <table class="wc-block-order-confirmation-totals__table"><tbody>${orderRows(server, paid)}</tbody></table>`;

/** A page of a block theme such as Twenty Twenty-Five, before its scripts fill the cart and the checkout. */
export function drawBlocks({ page, server, id, paid = [] }: DrawnPage): string {
  const main = {
    home: () => "<p>Welcome</p>",
    product: () => blockProduct(server, id),
    cart: () =>
      '<div data-block-name="woocommerce/cart" class="wp-block-woocommerce-cart alignwide is-loading"><div class="wp-block-woocommerce-filled-cart-block"><div class="wp-block-woocommerce-cart-items-block"></div></div></div>',
    checkout: () =>
      '<div data-block-name="woocommerce/checkout" class="wp-block-woocommerce-checkout alignwide is-loading"><div class="wp-block-woocommerce-checkout-fields-block"><div class="wp-block-woocommerce-checkout-payment-block"></div></div></div>',
    confirmation: () => blockOrder(server, paid),
  }[page]();
  return `<div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-woocommerce-mini-cart wc-block-mini-cart"><button class="wc-block-mini-cart__button"><span class="wc-block-mini-cart__badge"></span></button></div></header>
    <main class="wp-block-group">${main}</main></div>`;
}
