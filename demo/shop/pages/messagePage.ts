import type { StoreProduct } from "../../stores/storeProduct.ts";
import { html } from "../html.ts";
import { layout } from "./layout.ts";
import type { PageContext } from "./pageContext.ts";
import { pictureOf } from "./pictureOf.ts";
import { showPrice } from "./showPrice.ts";

/** What a lost visitor sees. */
export function notFoundPage(context: PageContext): string {
  const main = html`<section class="message">
    <h1>Nothing at this address</h1>
    <p>It may have been sold, moved or mistyped.</p>
    <a class="button" href="/">To the shop</a>
  </section>`;
  return layout(context, { title: "Not found", main });
}

/** Stands in for the site of the company behind a partner's offer. */
export function partnerPage(context: PageContext, product: StoreProduct): string {
  const main = html`<section class="message partner">
    <img src="${pictureOf(product)}" alt="" width="480" height="480" />
    <p class="eyebrow">${product.by}</p>
    <h1>${product.title}</h1>
    <p>${product.description}</p>
    <p class="buy-price">${showPrice(context.front, product.price)} <small>a month</small></p>
    <p class="note">Here the partner's own site would open.</p>
  </section>`;
  return layout(context, { title: product.title, main });
}
