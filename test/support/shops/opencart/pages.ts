import type { FakePage } from "../fakeShop.ts";
import { escape, headerCart3, headerCart4 } from "./cartPieces.ts";
import type { ServerState } from "./createServer.ts";
import type { ShopGood } from "./goods.ts";
import { cartContent3, cartList, confirmPart, productContent } from "./pagePieces.ts";

/** Where each page is. */
export const ROUTES: Readonly<Record<FakePage, string>> = {
  home: "common/home",
  product: "product/product",
  cart: "checkout/cart",
  checkout: "checkout/checkout",
  confirmation: "checkout/success",
};

/** The switch of currencies, which shops with one alone do not have. */
const switcher = (isFour: boolean) =>
  isFour
    ? '<form id="form-currency"><div class="dropdown"><a href="#"><strong>$</strong> Currency</a><ul class="dropdown-menu"><li><a href="#" data-code="EUR">€ Euro</a></li><li><a href="#" data-code="USD">$ US Dollar</a></li></ul></div></form>'
    : '<form id="form-currency"><div class="btn-group"><button><strong>$</strong> Currency</button><ul class="dropdown-menu"><li><button type="button" name="EUR">€ Euro</button></li><li><button type="button" name="USD">$ US Dollar</button></li></ul></div></form>';

const crumbs = (...names: readonly string[]) =>
  `<ul class="breadcrumb">${names.map((name) => `<li><a href="/">${name}</a></li>`).join("")}</ul>`;

/** Everything a page shows, by its route; `undefined` for one the shop does not have. */
export function drawBody(route: string, state: ServerState, good?: ShopGood): string | undefined {
  const isFour = state.generation === 4;
  const main = drawMain(route, state, good);
  if (main === undefined) return undefined;
  const cart = isFour ? `<div id="cart" class="col-md-4">${headerCart4(state)}</div>` : `<div class="col-sm-3">${headerCart3(state)}</div>`;
  const account = `<a href="${escape(state.route("account/login"))}">Login</a>`;
  return `<nav id="top"><div class="container">${switcher(isFour)}${account}<a id="wishlist-total" href="${escape(state.route("account/wishlist"))}">Wish List</a></div></nav>
    <header><div class="container"><div class="row"><div id="logo" class="col-sm-4"><a href="${escape(state.route("common/home"))}">Shop</a></div>${cart}</div></div></header>
    <main>${main}</main><footer>Powered by a shop</footer>`;
}

function drawMain(route: string, state: ServerState, good: ShopGood | undefined): string | undefined {
  const isFour = state.generation === 4;
  if (route === "" || route === "common/home")
    return '<div id="common-home" class="container"><div id="content"><h2>Welcome</h2></div></div>';
  if (route === "product/product") return good && productContent(good, state);
  if (route === "checkout/cart")
    return isFour
      ? `<div id="checkout-cart" class="container">${crumbs("Home", "Cart")}<div class="row"><div id="content" class="col"><div id="shopping-cart">${cartList(state)}</div></div></div></div>`
      : cartContent3(state);
  if (route === "checkout/success")
    return `<div id="common-success" class="container">${crumbs("Home", "Cart", "Checkout", "Success")}<div class="row"><div id="content"><h1>Your order has been placed!</h1><p>Thank you.</p></div></div></div>`;
  if (route === "account/logout")
    return `<div id="common-success" class="container">${crumbs("Home", "Account", "Logout")}<div class="row"><div id="content"><h1>Account Logout</h1></div></div></div>`;
  if (route !== "checkout/checkout") return undefined;
  return isFour ? checkout4(state) : checkout3();
}

const checkout4 = (
  state: ServerState,
) => `<div id="checkout-checkout" class="container">${crumbs("Home", "Cart", "Checkout")}<div class="row"><div id="content" class="col"><h1>Checkout</h1><div class="row">
  <div class="col-md-7 mb-3"><div id="checkout-register"><fieldset><legend>Your Details</legend><input name="firstname" /></fieldset></div></div>
  <div class="col"><div id="checkout-shipping-method" class="mb-3"><input id="input-shipping-method" value="Flat rate" readonly /></div>
  <div id="checkout-payment-method" class="mb-4"><input id="input-payment-method" value="Cash" readonly /></div><div id="checkout-confirm">${confirmPart(state, true)}</div></div></div></div></div></div>`;

/** Its steps are filled when they are reached. */
const checkout3 = () => {
  const panel = (name: string, title: string) =>
    `<div class="panel panel-default"><div class="panel-heading"><h4 class="panel-title">${title}</h4></div><div class="panel-collapse collapse" id="collapse-${name}"><div class="panel-body"></div></div></div>`;
  const panels = ["checkout-option", "payment-address", "shipping-address", "shipping-method", "payment-method", "checkout-confirm"];
  return `<div id="checkout-checkout" class="container">${crumbs("Home", "Cart", "Checkout")}<div class="row"><div id="content" class="col-sm-12"><h1>Checkout</h1><div class="panel-group" id="accordion">
    ${panels.map((name, at) => panel(name, `Step ${at + 1}: ${name}`)).join("")}</div></div></div></div>`;
};

/** Pieces that the theme asks for; every other route is a page. */
export function drawPiece(route: string, state: ServerState): string | undefined {
  const pieces: Readonly<Record<string, () => string>> =
    state.generation === 4
      ? {
          "common/cart.info": () => headerCart4(state),
          "checkout/cart.list": () => cartList(state),
          "checkout/confirm.confirm": () => confirmPart(state, false),
        }
      : {
          "common/cart/info": () => headerCart3(state),
          "checkout/shipping_method": () =>
            '<p>Please select the delivery</p><input type="radio" name="shipping_method" value="flat" checked>',
          "checkout/payment_method": () => '<p>Please select the payment</p><input type="radio" name="payment_method" value="cod" checked>',
          "checkout/confirm": () => `<table>${state.lines.length}</table><button id="button-confirm">Confirm</button>`,
        };
  return Object.hasOwn(pieces, route) ? pieces[route]!() : undefined;
}
