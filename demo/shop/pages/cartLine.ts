import type { CartLine } from "../cart/createCarts.ts";
import { priceOf } from "../catalogue/createCatalogue.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { icons } from "./icons.ts";
import type { PageContext } from "./pageContext.ts";
import { pageOf, pictureOf } from "./pictureOf.ts";
import type { Language } from "../texts/languages.ts";
import { put } from "../texts/put.ts";
import { wordOf } from "../texts/wordOf.ts";
import { showPrice } from "./showPrice.ts";

/** From this price on, in minor units, a line keeps room for an offer of something better. */
const DEAR = 10_000;

/** One line of the cart, in the drawer or on the cart page; `where` keeps the ids of both apart. */
export function cartLine({ front, cart, switches }: PageContext, line: CartLine, where: "drawer" | "cart"): Html {
  const { product, variant, quantity, key } = line;
  const { language } = switches;
  const { texts } = language;
  const price = priceOf(product, variant);
  const owner = cart.lines.find((other) => other.key === line.boundTo);
  const isRoomy = (price ?? 0) >= DEAR;
  return html`<li class="line${isRoomy && " roomy"}" data-goeswith-line="${key}">
    <a class="line-picture" href="${pageOf(product)}" tabindex="-1" aria-hidden="true"
      ><img src="${pictureOf(product, variant)}" alt="" width="480" height="480"
    /></a>
    <div class="line-body">
      <div class="line-text">
        <a class="line-title" href="${pageOf(product)}">${product.title}</a>
        <p class="line-options">${optionsText(line, language)}${owner && put(texts.for, { product: owner.product.title })}</p>
      </div>
      <p class="line-price">
        ${price !== undefined && showPrice(front, price * quantity)}${price !== undefined && quantity > 1 && html`<small>${put(texts.each, { price: showPrice(front, price) })}</small>`}
      </p>
      <div class="line-actions">${quantityForm(line, where, texts)} ${removeForm(line, where, texts)}</div>
    </div>
  </li>`;
}

/** "Midnight · 128 GB" */
export function optionsText({ variant }: CartLine, language: Language): string {
  return Object.values(variant?.options ?? {})
    .map((value) => wordOf(language, value))
    .join(" · ");
}

function quantityForm({ key, quantity, product }: CartLine, where: string, texts: Language["texts"]): Html | false {
  if (product.kind !== "goods") return false;
  return html`<form class="stepper" method="post" action="/api/cart/quantity" data-cart="quantity">
    <input type="hidden" name="key" value="${key}" />
    <button
      name="quantity"
      value="${quantity - 1}"
      id="${where}-less-${key}"
      aria-label="${put(texts.less, { product: product.title })}"
      ${quantity === 1 && html`disabled`}
    >
      ${icons.minus}
    </button>
    <output aria-label="${texts.quantity}">${quantity}</output>
    <button name="quantity" value="${quantity + 1}" id="${where}-more-${key}" aria-label="${put(texts.more, { product: product.title })}">
      ${icons.plus}
    </button>
  </form>`;
}

function removeForm({ key, product }: CartLine, where: string, texts: Language["texts"]): Html {
  return html`<form method="post" action="/api/cart/remove" data-cart="remove">
    <input type="hidden" name="key" value="${key}" />
    <button class="link" id="${where}-remove-${key}" aria-label="${put(texts.removeProduct, { product: product.title })}">
      ${texts.remove}
    </button>
  </form>`;
}
