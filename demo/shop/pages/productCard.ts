import type { StoreProduct } from "../../stores/storeProduct.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import type { Language } from "../texts/languages.ts";
import { stars } from "./icons.ts";
import type { PageContext } from "./pageContext.ts";
import { pageOf, pictureOf } from "./pictureOf.ts";
import { showPrice } from "./showPrice.ts";

const MAX_SWATCHES = 4;

/** A product in a listing; the whole card is one link. */
export function productCard({ front, switches }: PageContext, product: StoreProduct): Html {
  const { language } = switches;
  const prices = product.variants.flatMap(({ price }) => (price === undefined ? [] : [price]));
  const lowest = prices.length ? Math.min(...prices) : product.price;
  const from = prices.some((price) => price !== lowest) && html`<span class="from">${language.texts.from}</span> `;
  return html`<li class="card">
    <a href="${pageOf(product)}">
      <span class="tile"
        ><img src="${pictureOf(product)}" alt="" width="480" height="480" loading="lazy" />${badge(product, language)}</span
      >
      <span class="card-brand">${product.by ?? product.brand}</span>
      <span class="card-title">${product.title}</span>
      <span class="card-row"><span class="card-price">${from}${showPrice(front, lowest)}</span>${stars(language, product.rating)}</span>
      ${swatches(product)}
    </a>
  </li>`;
}

export function grid(context: PageContext, products: readonly StoreProduct[]): Html {
  return html`<ul class="grid">
    ${products.map((product) => productCard(context, product))}
  </ul>`;
}

function badge(product: StoreProduct, { texts }: Language): Html | undefined {
  if (product.stock === 0) return html`<span class="badge muted">${texts.soldOut}</span>`;
  if (product.kind === "partner") return html`<span class="badge muted">${texts.partner}</span>`;
  return product.tags.includes("new") ? html`<span class="badge">${texts.new}</span>` : undefined;
}

function swatches(product: StoreProduct): Html | undefined {
  const colours = [...new Set(product.variants.flatMap(({ options }) => options.colour ?? []))];
  if (colours.length < 2) return undefined;
  return html`<span class="dots" aria-hidden="true"
    >${colours.slice(0, MAX_SWATCHES).map((colour) => html`<i class="swatch" data-colour="${colour.toLowerCase()}"></i>`)}</span
  >`;
}
