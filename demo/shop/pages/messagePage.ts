import type { StoreProduct } from "../../stores/storeProduct.ts";
import { html } from "../html.ts";
import { layout } from "./layout.ts";
import type { PageContext } from "./pageContext.ts";
import { pictureOf } from "./pictureOf.ts";
import { showPrice } from "./showPrice.ts";

/** What a lost visitor sees. */
export function notFoundPage(context: PageContext): string {
  const { texts } = context.switches.language;
  const main = html`<section class="message">
    <h1>${texts.nothingHere}</h1>
    <p>${texts.maybeMoved}</p>
    <a class="button" href="/">${texts.toShop}</a>
  </section>`;
  return layout(context, { title: texts.notFound, main });
}

/** Stands in for the site of the company behind a partner's offer. */
export function partnerPage(context: PageContext, product: StoreProduct): string {
  const { texts } = context.switches.language;
  const main = html`<section class="message partner">
    <img src="${pictureOf(product)}" alt="" width="480" height="480" />
    <p class="eyebrow">${product.by}</p>
    <h1>${product.title}</h1>
    <p dir="auto">${product.description}</p>
    <p class="buy-price">${showPrice(context.front, product.price)} <small>${texts.aMonth}</small></p>
    <p class="note">${texts.partnerNote}</p>
  </section>`;
  return layout(context, { title: product.title, main });
}

/** Stands in for the terms of a service. */
export function termsPage(context: PageContext, product: StoreProduct): string {
  const { texts } = context.switches.language;
  const main = html`<section class="message">
    <p class="eyebrow">${texts.terms}</p>
    <h1>${product.title}</h1>
    <p>${texts.termsNote}</p>
  </section>`;
  return layout(context, { title: `${texts.terms}: ${product.title}`, main });
}
