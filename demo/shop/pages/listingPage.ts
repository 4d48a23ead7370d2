import type { Section } from "../catalogue/createCatalogue.ts";
import { html } from "../html.ts";
import { layout } from "./layout.ts";
import type { PageContext } from "./pageContext.ts";
import { wordOf } from "../texts/wordOf.ts";
import { grid } from "./productCard.ts";

/** A category, or one narrow part of it; `undefined` when the section has no such part. */
export function listingPage(context: PageContext, section: Section, partSlug?: string): string | undefined {
  const part = section.parts.find(({ slug }) => slug === partSlug);
  if (partSlug && !part) return undefined;
  const products = part?.products ?? section.products;
  const { language } = context.switches;
  const title = wordOf(language, part?.name ?? section.name);
  const current = (isCurrent: boolean) => isCurrent && html`aria-current="page"`;
  const main = html`<section class="row first">
    <h1>${title}</h1>
    ${
      section.parts.length > 1 &&
      html`<nav class="chips" aria-label="${language.texts.narrower}">
        <a href="/c/${section.slug}" ${current(!part)}>${language.texts.all} <i>${section.products.length}</i></a>
        ${section.parts.map(({ name, slug, products: held }) => html`<a href="/c/${section.slug}/${slug}" ${current(slug === partSlug)}>${wordOf(language, name)} <i>${held.length}</i></a>`)}
      </nav>`
    }
    ${grid(context, products)}
  </section>`;
  return layout(context, { title, main });
}
