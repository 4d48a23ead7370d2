import { FREE_FROM } from "../cart/deliveries.ts";
import { html, jsonBlock } from "../html.ts";
import type { Html } from "../html.ts";
import { cartData } from "./cartData.ts";
import { countSection, drawerSection } from "./cartSections.ts";
import { icons } from "./icons.ts";
import type { PageContext } from "./pageContext.ts";
import { LANGUAGES } from "../texts/languages.ts";
import { put } from "../texts/put.ts";
import { wordOf } from "../texts/wordOf.ts";
import { showPrice } from "./showPrice.ts";

export interface PageParts {
  readonly title: string;
  /** The step the page stands for, as the markup contract names it; absent on pages that are none. */
  readonly step?: "product" | "cart" | "checkout" | "confirmation";
  readonly main: Html;
  readonly head?: Html;
}

/** A whole page of the shop as text. */
export function layout(context: PageContext, { title, step, main, head }: PageParts): string {
  const { front, switches, cart } = context;
  const { lang, dir, texts } = switches.language;
  const bare = step === "checkout" || step === "confirmation";
  return html`<!doctype html>
    <html lang="${lang}" dir="${dir}" ${switches.scheme && html`data-scheme="${switches.scheme}"`} ${switches.strict && html`data-strict`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="${switches.scheme ?? "light dark"}" />
        <title>${title} · ${front.name}</title>
        <meta name="description" content="${front.tagline}" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/shop.css" />
        ${switches.theme && html`<link rel="stylesheet" href="/assets/themes/${switches.theme}.css" />`} ${head}
        <script src="/assets/shop.js" ${nonce(context)}></script>
        ${switches.tag && html`<script async src="/goeswith/goeswith.js" data-config="${switches.config}" data-model="/model" ${nonce(context)}></script>`}
      </head>
      <body data-goeswith-step="${step ?? "none"}" ${bare && html`class="bare"`}>
        <a class="skip" href="#main">${texts.toContent}</a>
        ${!bare && html`<aside class="bar" aria-label="${texts.goodToKnow}">${put(texts.freeFrom, { price: showPrice(front, FREE_FROM) })} <span>· ${texts.changeMind}</span></aside>`}
        ${header(context)}
        <main id="main">${main}</main>
        ${footer(context)} ${drawer(context, bare)} ${!context.answered && consentBanner(context)}
        <p class="toast" role="status" data-toast data-failed="${texts.failed}" data-unread="${texts.unread}"></p>
        ${jsonBlock(html`type="application/json" data-goeswith="cart"`, cartData(front, cart))}
      </body>
    </html>`.html;
}

function nonce(context: PageContext): Html | false {
  return context.switches.strict && html`nonce="${context.nonce}"`;
}

function header(context: PageContext): Html {
  const { front, catalogue, switches } = context;
  const { language } = switches;
  const { texts } = language;
  return html`<header class="header">
    <div class="header-row">
      <a class="logo" href="/"><span class="logo-mark" aria-hidden="true"></span>${front.name}</a>
      <nav class="nav" aria-label="${texts.categories}">
        ${catalogue.sections.map((section) => html`<a href="/c/${section.slug}">${wordOf(language, section.name)}</a>`)}
      </nav>
      ${languageMenu(context)}
      <a class="cart-button" href="/cart" data-cart-open
        >${icons.cart}<span class="cart-word">${texts.cart}</span><span data-section="count">${countSection(context)}</span></a
      >
    </div>
  </header>`;
}

/** The page once more in each of the shop's languages. */
function languageMenu({ switches }: PageContext): Html {
  const { lang: current, texts } = switches.language;
  const entry = ({ lang, name }: (typeof LANGUAGES)[number]) =>
    html`<a href="?lang=${lang}" lang="${lang}" hreflang="${lang}" aria-label="${name}" ${lang === current && html`aria-current="true"`}
      >${lang}</a
    >`;
  return html`<nav class="languages" aria-label="${texts.language}">${LANGUAGES.map(entry)}</nav>`;
}

function drawer(context: PageContext, bare: boolean): Html {
  return html`<dialog class="drawer" id="cart-drawer" aria-label="${context.switches.language.texts.cart}">
    <div class="drawer-inside" data-section="${bare ? "drawer-plain" : "drawer"}">${drawerSection(context, !bare)}</div>
  </dialog>`;
}

function consentBanner({ switches }: PageContext): Html {
  const { texts } = switches.language;
  return html`<section class="consent" aria-label="${texts.measuring}" data-consent-banner>
    <p><strong>${texts.mayWe}</strong> ${texts.mayWeText}</p>
    <div class="consent-buttons">
      <button type="button" class="button quiet" data-consent="measure">${texts.accept}</button>
      <button type="button" class="button quiet" data-consent="none">${texts.refuse}</button>
    </div>
  </section>`;
}

function footer({ front, catalogue, switches }: PageContext): Html {
  const { language } = switches;
  const { texts } = language;
  return html`<footer class="footer">
    <div class="footer-row">
      <div>
        <p class="logo"><span class="logo-mark" aria-hidden="true"></span>${front.name}</p>
        <p>${front.tagline}</p>
      </div>
      <nav aria-label="${texts.allCategories}">
        ${catalogue.sections.map((section) => html`<a href="/c/${section.slug}">${wordOf(language, section.name)}</a>`)}
      </nav>
      <div>
        <p>${texts.pretend}</p>
        <p><a href="/?consent=ask">${texts.privacy}</a></p>
        <p>${texts.wears} <a href="?theme=lumen">${front.name}</a>, <a href="?theme=loud">loud</a>, <a href="?theme=plain">plain</a></p>
        <p><a href="/gallery">${texts.gallery}</a></p>
      </div>
    </div>
  </footer>`;
}
