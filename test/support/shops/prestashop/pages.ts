import type { FakePage, Good } from "../fakeShop.ts";
import { BLOCKCART, CART, ORDER, type Server, type ServerCart, type ServerOptions } from "./createServer.ts";

/** The page's name as PrestaShop has it, which is also the id of its body. */
export const NAMES: Readonly<Record<FakePage, string>> = {
  home: "index",
  product: "product",
  cart: "cart",
  checkout: "checkout",
  confirmation: "order-confirmation",
};

const REFRESH = `${CART}&ajax=1&action=refresh`;

/** Theme classic's parts of the cart, in our own words. */
export const drawPart: ServerOptions["draw"] = (part, cart) => ({ rows, totals, count, modal })[part](cart);

const rows = ({ lines, text, token }: ServerCart) =>
  `<div class="cart-overview js-cart" data-refresh-url="${REFRESH}"><ul class="cart-items">${lines
    .map(({ good: { product, variant = "0", title, price }, quantity }) => {
      const ids = `id_product=${product}&amp;id_product_attribute=${variant}&amp;token=${token}`;
      return `<li class="cart-item"><div class="product-line-grid"><a class="label" href="#">${title}</a>
        <input class="js-cart-line-product-quantity" data-update-url="${CART}&amp;update=1&amp;${ids}" data-product-id="${product}" value="${quantity}">
        <span class="product-price">${text(price * quantity)}</span>
        <a class="remove-from-cart" rel="nofollow" href="${CART}&amp;delete=1&amp;${ids}" data-link-action="delete-from-cart" data-id-product="${product}"
          data-id-product-attribute="${variant}" data-id-customization="">Remove</a></div></li>`;
    })
    .join("")}</ul></div>`;

const sumOf = ({ lines, text }: ServerCart) => {
  let sum = 0;
  for (const { good, quantity } of lines) sum += good.price * quantity;
  return text(sum);
};
const piecesOf = ({ lines }: ServerCart) => {
  let pieces = 0;
  for (const { quantity } of lines) pieces += quantity;
  return pieces;
};

const totals = (cart: ServerCart) =>
  `<div class="cart-detailed-totals"><span class="label">${piecesOf(cart)} items</span> <span class="value">${sumOf(cart)}</span></div>`;

const count = (cart: ServerCart) =>
  `<div id="_desktop_cart"><div class="blockcart cart-preview" data-refresh-url="${BLOCKCART}">Cart <span class="cart-products-count">(${piecesOf(cart)})</span></div></div>`;

const modal = (cart: ServerCart) =>
  `<div id="blockcart-modal" class="modal fade" role="dialog"><div class="modal-dialog"><div class="modal-content">
    <div class="modal-header">Product successfully added to your shopping cart</div>
    <div class="modal-body"><div class="cart-content"><p class="cart-products-count">There are ${piecesOf(cart)} items in your cart.</p>
    <p>Subtotal: <span class="subtotal value">${sumOf(cart)}</span></p></div></div></div></div></div>`;

const summary = (cart: ServerCart) =>
  `<section id="js-checkout-summary" class="card js-cart" data-refresh-url="${REFRESH}"><div class="cart-summary-products">${piecesOf(cart)} items</div>${totals(cart)}</section>`;

/** What the theme draws anew when another combination is chosen. */
export const drawChoice = ({ product, variant = "0", title, price }: Good) => {
  const told = {
    id_product: product,
    id_product_attribute: Number(variant),
    name: title,
    price_amount: price / 100,
    quantity: 300,
    allow_oosp: 0,
  };
  return `<div id="product-details" class="js-product-details" data-product='${JSON.stringify(told).replaceAll("'", "&#39;")}'></div>`;
};

const product = (good: Good, cart: ServerCart) => `<section id="main"><div class="row product-container js-product-container">
  <div class="col-md-6 images-container"></div>
  <div class="col-md-6"><h1 class="h1">${good.title}</h1><div class="product-prices">${cart.text(good.price)}</div>
  <div class="product-information"><div class="product-actions js-product-actions">
    <form action="${CART}" method="post" id="add-to-cart-or-refresh"><input type="hidden" name="token" value="${cart.token}">
      <input type="hidden" name="id_product" value="${good.product}"><input type="hidden" name="id_customization" value="0">
      <div class="product-variants">${good.variant ? '<select name="group[1]"><option value="1">S</option><option value="2">M</option></select>' : ""}</div>
      <div class="product-add-to-cart"><div class="add"><button class="btn btn-primary add-to-cart" data-button-action="add-to-cart" type="submit">Add to cart</button></div></div>
      <div class="product-additional-info">Share</div></form></div>
    <div class="blockreassurance_product">Security policy</div>
    <div class="tabs"><div class="tab-content">${drawChoice(good)}</div></div></div></div></div></section>`;

const cartPage = (cart: ServerCart) => `<section id="main"><div class="cart-grid row"><div class="cart-grid-body col-lg-8">
  <div class="card cart-container"><h1>Shopping Cart</h1>${rows(cart)}</div><a class="label" href="/">Continue shopping</a></div>
  <div class="cart-grid-right col-lg-4"><div class="card cart-summary">${totals(cart)}<div class="cart-detailed-actions"><a class="btn btn-primary" href="${ORDER}">Proceed to checkout</a></div></div><div id="block-reassurance">Returns</div></div></div></section>`;

const checkout = (cart: ServerCart) => `<section id="content"><div class="row"><div class="cart-grid-body col-lg-8">
  <section id="checkout-personal-information-step" class="checkout-step -current js-current-step"><h1 class="step-title">Personal Information</h1><form><input name="email"></form></section>
  <section id="checkout-payment-step" class="checkout-step -unreachable"><h1 class="step-title">Payment</h1></section></div>
  <div class="cart-grid-right col-lg-4">${summary(cart)}<div id="block-reassurance">Returns</div></div></div></section>`;

/** PrestaShop 8 names the sum in `totals`. */
const confirmation = (
  paid: ServerCart,
) => `<section id="content-hook_order_confirmation" class="card"><h3>Your order is confirmed</h3></section>
  <section id="content" class="page-content page-order-confirmation card"><div id="order-items"><div class="order-confirmation-table">
  ${paid.lines.map(({ good, quantity }) => `<div class="order-line row"><span>${good.title}</span> ${paid.text(good.price)} ${quantity}</div>`).join("")}
  <table><tr><td>Subtotal</td><td>${sumOf(paid)}</td></tr><tr class="total-value font-weight-bold"><td>Total (tax incl.)</td><td>${sumOf(paid)}</td></tr>
  <tr class="sub taxes"><td colspan="2"><span class="value">${paid.text(0)}</span></td></tr></table></div></div>
  <div id="order-details"><ul><li id="order-reference-value">Order reference: XKBKNABJK</li><li>Payment method: Bank transfer</li></ul></div></section>`;

export interface DrawnPage {
  readonly page: FakePage;
  readonly server: Server;
  readonly good: Good;
  /** What was ordered, on the confirmation page. */
  readonly paid?: ServerCart;
}

/** What stands in the body. */
export function drawPage({ page, server, good, paid }: DrawnPage): string {
  const cart = server.cart();
  const main = {
    home: () => '<section id="main"><section id="content" class="page-home">Welcome</section></section>',
    product: () => product(good, cart),
    cart: () => cartPage(cart),
    checkout: () => checkout(cart),
    confirmation: () => confirmation(paid ?? cart),
  }[page]();
  return `<header id="header">${count(cart)}</header><section id="wrapper"><div class="container"><div id="content-wrapper" class="js-content-wrapper">${main}</div></div></section>`;
}

/** The global that the page is sent with. */
export const globalOf = ({ page, server }: Pick<DrawnPage, "page" | "server">) => ({
  cart: server.present(),
  currency: { name: "Money", iso_code: server.currency(), sign: "$" },
  customer: { is_logged: false, addresses: [] as readonly unknown[] },
  page: { page_name: NAMES[page] },
  urls: { pages: { cart: CART, order: ORDER, product: "/index.php?controller=product" } },
  static_token: server.token(),
});
