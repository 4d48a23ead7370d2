import type { StoreProduct, StoreVariant } from "../../stores/storeProduct.ts";
import { slug } from "../../stores/storeProduct.ts";
import { priceOf, stockOf, variantOf } from "../catalogue/createCatalogue.ts";
import { html, jsonBlock } from "../html.ts";
import type { Html } from "../html.ts";
import { icons, stars } from "./icons.ts";
import { layout } from "./layout.ts";
import { optionFields } from "./optionFields.ts";
import type { PageContext } from "./pageContext.ts";
import type { Language } from "../texts/languages.ts";
import { put } from "../texts/put.ts";
import { labelOf, wordOf } from "../texts/wordOf.ts";
import { pictureOf } from "./pictureOf.ts";
import { showPrice } from "./showPrice.ts";
import { structuredData } from "./structuredData.ts";

const FEW = 5;

/** Gallery and facts to the left, buying and the offers' place to the right; on phones one below the other. `?variant=ID` chooses the variant. */
export function productPage(context: PageContext, product: StoreProduct, { origin, searchParams }: URL): string {
  const variant = variantOf(product, searchParams.get("variant") ?? undefined);
  const { language } = context.switches;
  const { texts } = language;
  const main = html`<nav class="crumbs" aria-label="${texts.whereYouAre}"><a href="/">${texts.home}</a>${crumbs(product, language)}</nav>
    <div class="product">
      <div class="product-left">
        <div class="gallery tile">
          <img src="${pictureOf(product, variant)}" alt="${product.title}" width="480" height="480" data-picture />
        </div>
        ${details(product, language)}
      </div>
      <div class="product-right">
        ${buyBox(context, product, variant)}
        <div class="product-offers"><goes-with placement="product"></goes-with></div>
      </div>
    </div>`;
  const head = html`${jsonBlock(html`type="application/ld+json"`, structuredData({ front: context.front, product, origin, ...(variant && { variant }) }))}`;
  return layout(context, { title: product.title, step: "product", main, head });
}

function crumbs({ categories }: StoreProduct, language: Language): readonly Html[] {
  const [broad, narrow] = [categories[0], categories.at(-1)];
  if (!broad || !narrow) return [];
  const first = html`<a href="/c/${slug(broad)}">${wordOf(language, broad)}</a>`;
  return broad === narrow ? [first] : [first, html`<a href="/c/${slug(broad)}/${slug(narrow)}">${wordOf(language, narrow)}</a>`];
}

function buyBox(context: PageContext, product: StoreProduct, variant: StoreVariant | undefined): Html {
  const { front } = context;
  const { language } = context.switches;
  const { texts } = language;
  const left = stockOf(product, variant);
  return html`<form
    class="buy"
    method="post"
    action="/api/cart/add"
    data-buy
    data-goeswith-product="${product.id}"
    ${variant && html`data-goeswith-variant="${variant.id}"`}
  >
    <input type="hidden" name="product" value="${product.id}" />
    <p class="eyebrow">${product.brand}</p>
    <h1>${product.title}</h1>
    ${stars(language, product.rating)}
    <p class="buy-price" data-price>${showPrice(front, priceOf(product, variant))}</p>
    ${product.unit && html`<p class="note">${put(texts.perMeasure, { price: showPrice(front, product.unit.price), measure: product.unit.per })}</p>`}
    <p class="buy-text" dir="auto">${product.description}</p>
    ${product.terms && html`<p class="note"><a href="${product.terms}">${texts.terms}</a></p>`}
    ${variant && optionFields(product, variant, language)}
    <p class="stock ${left ? "" : "out"}" data-stock>${stockText(product, left, texts)}</p>
    <p class="refusal" role="alert" data-refusal></p>
    <div class="buy-row">
      ${product.kind === "goods" && html`<label class="quantity"><span class="hidden">${texts.quantity}</span><input type="number" name="quantity" value="1" min="1" max="99" inputmode="numeric" /></label>`}
      <button class="button wide" ${!left && html`disabled`}>${texts.addToCart}</button>
    </div>
    ${promises(product, texts)} ${variant && jsonBlock(html`type="application/json" data-variants`, choices(context, product))}
  </form>`;
}

/** What the page's script needs to show another variant: everything already worded and priced by the shop. */
function choices({ front, switches }: PageContext, product: StoreProduct): readonly object[] {
  return product.variants.map((variant) => ({
    id: variant.id,
    options: variant.options,
    price: showPrice(front, priceOf(product, variant)),
    picture: pictureOf(product, variant),
    stock: stockText(product, stockOf(product, variant), switches.language.texts),
    labels: Object.fromEntries(Object.entries(variant.options).map(([name, value]) => [name, wordOf(switches.language, value)])),
    available: stockOf(product, variant) > 0,
  }));
}

function stockText(product: StoreProduct, left: number, texts: Language["texts"]): string {
  if (!left) return texts.soldOut;
  if (product.kind === "service") return texts.atShop;
  return left <= FEW ? put(texts.fewLeft, { left }) : texts.inStock;
}

function promises(product: StoreProduct, texts: Language["texts"]): Html | false {
  return (
    product.kind === "goods" &&
    html`<ul class="buy-promises">
      <li>${icons.truck} ${texts.delivered}</li>
      <li>${icons.shop} ${texts.orReady}</li>
      <li>${icons.back} ${texts.changeMind}</li>
    </ul>`
  );
}

function details(product: StoreProduct, language: Language): Html {
  const facts = Object.entries(product.attributes).filter(([name]) => name !== "type");
  const fitting = Object.values(product.fits)
    .flat()
    .filter((value) => value !== "laptop" && value !== "phone" && value !== "camera");
  const rows = [...facts, ...(fitting.length ? [["fits", fitting.join(", ")] as const] : [])];
  if (!rows.length) return html`<div class="details"></div>`;
  return html`<section class="details">
    <h2>${language.texts.inDetail}</h2>
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<div>
            <dt>${labelOf(language, name)}</dt>
            <dd dir="auto">${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
