import type { StoreProduct } from "../../stores/storeProduct.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { icons } from "./icons.ts";
import { layout } from "./layout.ts";
import type { PageContext } from "./pageContext.ts";
import { pageOf, pictureOf } from "./pictureOf.ts";
import { grid } from "./productCard.ts";
import { put } from "../texts/put.ts";
import { wordOf } from "../texts/wordOf.ts";
import { showPrice } from "./showPrice.ts";

/** The store's home: hero, categories and a few rows; a store without them lists what it has. */
export function homePage(context: PageContext): string {
  const { front, catalogue } = context;
  const rows = front.rows.map((row) => ({ ...row, products: inCategory(catalogue.products, row.category).slice(0, row.limit) }));
  const main = html`${hero(context)} ${tiles(context)} ${rows.map((row) => section(row.title, grid(context, row.products)))}
  ${!front.rows.length && everything(context)} ${promises(context)}`;
  return layout(context, { title: front.tagline, main });
}

const inCategory = (products: readonly StoreProduct[], category: string): readonly StoreProduct[] =>
  products.filter((product) => product.categories.includes(category));

const section = (title: string, body: Html): Html =>
  html`<section class="row">
    <h2>${title}</h2>
    ${body}
  </section>`;

function hero({ front, catalogue, switches }: PageContext): Html {
  const product = front.hero && catalogue.find(front.hero.product);
  if (!product || !front.hero)
    return html`<section class="plain-hero">
      <h1>${front.name}</h1>
      <p>${front.tagline}</p>
    </section>`;
  const { texts } = switches.language;
  return html`<section class="hero">
    <div class="hero-text">
      <p class="eyebrow">${product.brand} ${product.title}</p>
      <h1>${front.hero.title}</h1>
      <p>${front.hero.text}</p>
      <p class="hero-buy">
        <a class="button" href="${pageOf(product)}">${put(texts.see, { product: product.title })}</a
        ><span>${texts.from} ${showPrice(front, product.price)}</span>
      </p>
    </div>
    <img class="hero-picture" src="/pictures/${product.id}.svg?ground=none" alt="" width="480" height="480" />
  </section>`;
}

function tiles({ catalogue, switches }: PageContext): Html | false {
  return (
    catalogue.sections.length > 1 &&
    html`<section class="row">
      <h2 class="hidden">${switches.language.texts.categories}</h2>
      <ul class="tiles">
        ${catalogue.sections.slice(0, MAX_TILES).map(({ name, slug, products }) => {
          const face = products.find((product) => product.tags.includes("favourite")) ?? products[0];
          return html`<li>
            <a href="/c/${slug}"
              >${face && html`<img src="${pictureOf(face)}" alt="" width="480" height="480" />`}<span
                >${wordOf(switches.language, name)}</span
              ></a
            >
          </li>`;
        })}
      </ul>
    </section>`
  );
}

const MAX_TILES = 7;

function everything(context: PageContext): Html {
  const { sections, products } = context.catalogue;
  if (sections.length)
    return html`${sections.map(({ name, products: held }) => section(wordOf(context.switches.language, name), grid(context, held)))}`;
  return section(
    context.switches.language.texts.everything,
    grid(
      context,
      [...products].sort((a, b) => a.title.localeCompare(b.title)),
    ),
  );
}

function promises({ switches }: PageContext): Html {
  const { texts } = switches.language;
  return html`<ul class="promises">
    <li>${icons.truck}<strong>${texts.promise1}</strong><span>${texts.promise1Text}</span></li>
    <li>${icons.back}<strong>${texts.changeMind}</strong><span>${texts.promise2Text}</span></li>
    <li>${icons.shop}<strong>${texts.promise3}</strong><span>${texts.promise3Text}</span></li>
  </ul>`;
}
