import type { FakePage, Good } from "../fakeShop.ts";
import { CATALOGUE, keyOf, numberedOf, type Row } from "./catalogue.ts";

/** What a page of the theme Dawn shows, as far as it matters. */
export interface DawnPage {
  readonly page: FakePage;
  readonly rows: readonly Row[];
  readonly good: Good;
}

export const PATHS: Readonly<Record<FakePage, string>> = {
  home: "/",
  product: "/products/",
  cart: "/cart",
  checkout: "/checkouts/cn/Z2NwLX",
  confirmation: "/checkouts/cn/Z2NwLX/thank-you",
};

export const pathOf = (page: FakePage, good: Good): string => PATHS[page] + (page === "product" ? good.product : "");

export const drawDawn = ({ page, rows, good }: DawnPage): string =>
  `<header><a id="cart-icon-bubble" href="/cart">Cart${bubble(rows)}</a></header>${page === "cart" ? "" : drawer(rows)}
  <main id="MainContent">${page === "cart" ? `${items(rows)}${footer(rows)}` : page === "product" ? product(good) : "<p>Welcome</p>"}</main>`;

/** A section as the server renders it. */
export function drawDawnSection(name: string, rows: readonly Row[]): string | null {
  const parts: Readonly<Record<string, (now: readonly Row[]) => string>> = {
    "cart-icon-bubble": (now) => `Cart${bubble(now)}`,
    "cart-drawer": drawer,
    "main-cart-items": items,
    "main-cart-footer": footer,
  };
  const draw = parts[name];
  return draw ? `<div id="shopify-section-${name}" class="shopify-section">${draw(rows)}</div>` : null;
}

const empty = (rows: readonly Row[]) => (rows.length ? "" : " is-empty");

function bubble(rows: readonly Row[]): string {
  let pieces = 0;
  for (const { quantity } of rows) pieces += quantity;
  return pieces ? `<div class="cart-count-bubble"><span>${pieces}</span></div>` : "";
}

const lines = (rows: readonly Row[], id: string) =>
  `<table>${rows
    .map(
      (
        row,
        at,
      ) => `<tr class="cart-item" id="${id}-${at + 1}"><td class="cart-item__details"><a class="cart-item__name">${row.good.title}</a></td>
      <td><input class="quantity__input" data-index="${at + 1}" name="updates[]" value="${row.quantity}" aria-label="Quantity of ${row.good.title}">
      <cart-remove-button><a href="/cart/change?id=${encodeURIComponent(keyOf(row.good))}&amp;quantity=0">Remove</a></cart-remove-button></td></tr>`,
    )
    .join("")}</table>`;

const items = (rows: readonly Row[]) =>
  `<cart-items class="page-width${empty(rows)}"><form id="cart" onsubmit="return false"><div id="main-cart-items" data-id="main-cart-items">
  <div class="js-contents">${lines(rows, "CartItem")}</div></div></form></cart-items>`;

const footer = (rows: readonly Row[]) =>
  `<div id="main-cart-footer" data-id="main-cart-footer" class="${empty(rows)}"><div class="cart__blocks"><div class="js-contents">Total ${total(rows)}</div>
  <button name="checkout">Check out</button></div></div>`;

function total(rows: readonly Row[]): string {
  let hundredths = 0;
  for (const { good, quantity } of rows) hundredths += good.price * quantity;
  return `$${(hundredths / 100).toFixed(2)}`;
}

const drawer = (rows: readonly Row[]) =>
  `<cart-drawer class="drawer${empty(rows)}"><div id="CartDrawer"><div id="CartDrawer-Overlay"></div><div class="drawer__inner" role="dialog">
  <cart-drawer-items class="${empty(rows)}"><form id="CartDrawer-Form" onsubmit="return false"><div id="CartDrawer-CartItems">${rows.length ? lines(rows, "CartDrawer-Item") : ""}</div>
  </form></cart-drawer-items><div class="drawer__footer">${total(rows)}</div></div></div></cart-drawer>`;

const product = (good: Good) =>
  `<section id="MainProduct-main" class="product"><div class="product__media">Picture</div><div class="product__info-container"><h1>${good.title}</h1>
  <div><product-form class="product-form"><form action="/cart/add" method="post"><input type="hidden" name="id" value="${numberedOf(good).variant}">
  <button name="add">Add to cart</button></form></product-form></div><div class="product__description">What it is made of</div></div></section>`;

/** Rows, the component and the bubble of the theme Horizon. */
export const drawHorizon = (rows: readonly Row[]): string =>
  `<header><cart-icon><div class="cart-bubble${rows.length ? "" : " visually-hidden"}"><span class="cart-bubble__text-count">${rows.length}</span></div></cart-icon></header>
  <main id="MainContent">${drawHorizonSection(rows)}</main>`;

export const drawHorizonSection = (rows: readonly Row[]): string =>
  `<div id="shopify-section-template--7__main" class="shopify-section"><cart-items-component data-section-id="template--7__main"><div class="cart-page">
  <div class="cart-page__items"><table>${rows
    .map(
      ({
        good,
        quantity,
      }) => `<tr class="cart-items__table-row" data-key="${keyOf(good)}"><td class="cart-items__details">${good.title}</td>
    <td>${quantity}</td></tr>`,
    )
    .join(
      "",
    )}</table></div><div class="cart-page__summary">Total ${total(rows)} <button id="remove">Remove the last</button> <button>Check out</button></div></div></cart-items-component></div>`;

/** The globals that `content_for_header` puts into every page. */
export function globalsOf({ page, good }: DawnPage, currency: string) {
  const { id } = numberedOf(good);
  const variants = CATALOGUE.filter((one) => one.id === id).map((one) => ({
    id: one.variant,
    price: one.good.price,
    sku: one.good.variant ?? null,
  }));
  return {
    Shopify: {
      ...{ shop: "lumen.myshopify.com", locale: "en", country: "US", theme: { name: "Dawn", id: 1 }, routes: { root: "/" } },
      currency: { active: currency, rate: "1.0" },
    },
    ShopifyAnalytics: { meta: { currency, page: { pageType: page }, ...(page === "product" && { product: { id, variants } }) } },
  };
}
