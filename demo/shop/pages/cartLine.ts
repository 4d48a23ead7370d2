import type { CartLine } from "../cart/createCarts.ts";
import { priceOf } from "../catalogue/createCatalogue.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { icons } from "./icons.ts";
import type { PageContext } from "./pageContext.ts";
import { pageOf, pictureOf } from "./pictureOf.ts";
import { showPrice } from "./showPrice.ts";

/** One line of the cart, in the drawer or on the cart page; `where` keeps the ids of both apart. */
export function cartLine({ front, cart }: PageContext, line: CartLine, where: "drawer" | "cart"): Html {
  const { product, variant, quantity, key } = line;
  const price = priceOf(product, variant);
  const owner = cart.lines.find((other) => other.key === line.boundTo);
  return html`<li class="line" data-goeswith-line="${key}">
    <a class="line-picture" href="${pageOf(product)}" tabindex="-1" aria-hidden="true"
      ><img src="${pictureOf(product, variant)}" alt="" width="480" height="480"
    /></a>
    <div class="line-body">
      <div class="line-text">
        <a class="line-title" href="${pageOf(product)}">${product.title}</a>
        <p class="line-options">${optionsText(line)}${owner && html`For ${owner.product.title}`}</p>
      </div>
      <p class="line-price">
        ${price !== undefined && showPrice(front, price * quantity)}${price !== undefined && quantity > 1 && html`<small>${showPrice(front, price)} each</small>`}
      </p>
      <div class="line-actions">${quantityForm(line, where)} ${removeForm(line, where)}</div>
    </div>
  </li>`;
}

/** "Midnight · 128 GB" */
export function optionsText({ variant }: CartLine): string {
  return Object.values(variant?.options ?? {}).join(" · ");
}

function quantityForm({ key, quantity, product }: CartLine, where: string): Html | false {
  if (product.kind !== "goods") return false;
  return html`<form class="stepper" method="post" action="/api/cart/quantity" data-cart="quantity">
    <input type="hidden" name="key" value="${key}" />
    <button
      name="quantity"
      value="${quantity - 1}"
      id="${where}-less-${key}"
      aria-label="One ${product.title} less"
      ${quantity === 1 && html`disabled`}
    >
      ${icons.minus}
    </button>
    <output aria-label="Quantity">${quantity}</output>
    <button name="quantity" value="${quantity + 1}" id="${where}-more-${key}" aria-label="One ${product.title} more">${icons.plus}</button>
  </form>`;
}

function removeForm({ key, product }: CartLine, where: string): Html {
  return html`<form method="post" action="/api/cart/remove" data-cart="remove">
    <input type="hidden" name="key" value="${key}" />
    <button class="link" id="${where}-remove-${key}" aria-label="Remove ${product.title}">Remove</button>
  </form>`;
}
