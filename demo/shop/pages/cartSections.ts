import { goodsTotal } from "../cart/createCarts.ts";
import type { ShopCart } from "../cart/createCarts.ts";
import { deliveryPrice } from "../cart/createOrders.ts";
import { FREE_FROM } from "../cart/deliveries.ts";
import { priceOf } from "../catalogue/createCatalogue.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { cartLine, optionsText } from "./cartLine.ts";
import { icons } from "./icons.ts";
import type { PageContext } from "./pageContext.ts";
import { pictureOf } from "./pictureOf.ts";
import { put } from "../texts/put.ts";
import { showPrice } from "./showPrice.ts";

/** The parts of a page that the theme renders anew after every change of the cart, by name. */
export const sections: Readonly<Record<string, (context: PageContext) => Html>> = {
  count: countSection,
  drawer: (context) => drawerSection(context, true),
  "drawer-plain": (context) => drawerSection(context, false),
  cart: cartSection,
  summary: summarySection,
};

export function countSection({ cart, switches }: PageContext): Html {
  const count = cart.lines.reduce((sum, line) => sum + line.quantity, 0);
  return html`${count > 0 && html`<span class="count">${count}<span class="hidden"> ${switches.language.texts.inCart}</span></span>`}`;
}

/** Inside of the drawer; offers have their place after the lines, where the drawer scrolls. */
export function drawerSection(context: PageContext, offers: boolean): Html {
  const { cart, front } = context;
  const { texts } = context.switches.language;
  const full = cart.lines.length > 0;
  return html`<div class="drawer-head">
      <h2>${texts.yourCart}</h2>
      <button type="button" class="icon-button" data-cart-close aria-label="${texts.closeCart}">${icons.close}</button>
    </div>
    <div class="drawer-lines">
      ${
        full
          ? html`<ul class="lines">
              ${cart.lines.map((line) => cartLine(context, line, "drawer"))}
            </ul>`
          : emptyNote(context)
      }
      ${offers && html`<goes-with placement="drawer"></goes-with>`}
    </div>
    ${
      full &&
      html`<div class="drawer-foot">
        <p class="sum"><span>${texts.goods}</span><strong>${showPrice(front, goodsTotal(cart))}</strong></p>
        <a class="button" href="/checkout">${texts.checkout}</a><a class="button quiet" href="/cart">${texts.seeCart}</a>
      </div>`
    }`;
}

/** Lines, summary and the offers' place. The place comes last everywhere, so that nothing visible follows it. */
export function cartSection(context: PageContext): Html {
  const { cart } = context;
  const { texts } = context.switches.language;
  if (!cart.lines.length)
    return html`<div class="cart-lines">
      <h1>${texts.yourCart}</h1>
      ${emptyNote(context)}
    </div>`;
  return html`<div class="cart-lines">
      <h1>${texts.yourCart}</h1>
      <ul class="lines">
        ${cart.lines.map((line) => cartLine(context, line, "cart"))}
      </ul>
    </div>
    <aside class="panel cart-summary" aria-label="${texts.summary}">
      <h2>${texts.summary}</h2>
      ${sums(context)}
      <a class="button wide" href="/checkout">${texts.checkout}</a>
      <p class="note">${icons.lock} ${texts.payBy}</p>
    </aside>
    <div class="cart-offers"><goes-with placement="cart"></goes-with></div>`;
}

/** The order summary of the checkout page. */
export function summarySection(context: PageContext): Html {
  const { cart, front } = context;
  return html`<ul class="mini-lines">
      ${cart.lines.map((line) => {
        const price = priceOf(line.product, line.variant);
        return html`<li data-goeswith-line="${line.key}">
          <span class="mini-picture"
            ><img src="${pictureOf(line.product, line.variant)}" alt="" width="480" height="480" /><b>${line.quantity}</b></span
          >
          <span class="mini-text">${line.product.title}<small>${optionsText(line, context.switches.language)}</small></span>
          <span>${price !== undefined && showPrice(front, price * line.quantity)}</span>
        </li>`;
      })}
    </ul>
    ${sums(context)}`;
}

/** Goods, delivery and total. */
export function sums(context: PageContext): Html {
  const { cart, front } = context;
  const { texts } = context.switches.language;
  const goods = goodsTotal(cart);
  const delivery = deliveryPrice(cart);
  return html`<dl class="sums">
      <div>
        <dt>${texts.goods}</dt>
        <dd>${showPrice(front, goods)}</dd>
      </div>
      <div>
        <dt>${texts.delivery}</dt>
        <dd>${delivery ? showPrice(front, delivery) : texts.free}</dd>
      </div>
      <div class="total">
        <dt>${texts.total} <small>${texts.tax}</small></dt>
        <dd>${showPrice(front, goods + delivery)}</dd>
      </div>
    </dl>
    ${freeDelivery(context, cart)}`;
}

function freeDelivery({ front, switches }: PageContext, cart: ShopCart): Html | false {
  const missing = FREE_FROM - goodsTotal(cart);
  return (
    missing > 0 &&
    cart.delivery === "standard" &&
    html`<p class="note">${icons.truck} ${put(switches.language.texts.toFree, { price: showPrice(front, missing) })}</p>`
  );
}

function emptyNote({ switches }: PageContext): Html {
  const { texts } = switches.language;
  return html`<div class="empty">
    <span>${icons.cart}</span>
    <p>${texts.empty}</p>
    <a class="button quiet" href="/">${texts.lookAround}</a>
  </div>`;
}
