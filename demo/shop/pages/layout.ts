import { FREE_FROM } from "../cart/deliveries.ts";
import { html, jsonBlock } from "../html.ts";
import type { Html } from "../html.ts";
import { cartData } from "./cartData.ts";
import { countSection, drawerSection } from "./cartSections.ts";
import { icons } from "./icons.ts";
import type { PageContext } from "./pageContext.ts";
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
  const bare = step === "checkout" || step === "confirmation";
  return html`<!doctype html>
    <html lang="en" ${switches.theme && html`data-theme="${switches.theme}"`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="${switches.theme ?? "light dark"}" />
        <title>${title} · ${front.name}</title>
        <meta name="description" content="${front.tagline}" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/shop.css" />
        ${head}
        <script src="/assets/shop.js" ${nonce(context)}></script>
        ${switches.tag && html`<script async src="/goeswith/goeswith.js" data-config="${switches.config}" data-model="/model" ${nonce(context)}></script>`}
      </head>
      <body data-goeswith-step="${step ?? "none"}" ${bare && html`class="bare"`}>
        <a class="skip" href="#main">To the content</a>
        ${!bare && html`<aside class="bar" aria-label="Good to know">Free delivery from ${showPrice(front, FREE_FROM)} <span>· 30 days to change your mind</span></aside>`}
        ${header(context)}
        <main id="main">${main}</main>
        ${footer(context)} ${drawer(context, bare)} ${!context.answered && consentBanner()}
        <p class="toast" role="status" data-toast></p>
        ${jsonBlock(html`type="application/json" data-goeswith="cart"`, cartData(front, cart))}
      </body>
    </html>`.html;
}

function nonce(context: PageContext): Html | false {
  return context.switches.strict && html`nonce="${context.nonce}"`;
}

function header(context: PageContext): Html {
  const { front, catalogue } = context;
  return html`<header class="header">
    <div class="header-row">
      <a class="logo" href="/"><span class="logo-mark" aria-hidden="true"></span>${front.name}</a>
      <nav class="nav" aria-label="Categories">
        ${catalogue.sections.map((section) => html`<a href="/c/${section.slug}">${section.name}</a>`)}
      </nav>
      <a class="cart-button" href="/cart" data-cart-open
        >${icons.cart}<span class="cart-word">Cart</span><span data-section="count">${countSection(context)}</span></a
      >
    </div>
  </header>`;
}

function drawer(context: PageContext, bare: boolean): Html {
  return html`<dialog class="drawer" id="cart-drawer" aria-label="Cart">
    <div class="drawer-inside" data-section="${bare ? "drawer-plain" : "drawer"}">${drawerSection(context, !bare)}</div>
  </dialog>`;
}

function consentBanner(): Html {
  return html`<section class="consent" aria-label="Measuring" data-consent-banner>
    <p>
      <strong>May we count what is useful?</strong> We would like to measure which offers help. No profile, nothing passed on, and the shop
      works the same either way.
    </p>
    <div class="consent-buttons">
      <button type="button" class="button quiet" data-consent="measure">Accept measuring</button>
      <button type="button" class="button quiet" data-consent="none">No thanks</button>
    </div>
  </section>`;
}

function footer({ front, catalogue }: PageContext): Html {
  return html`<footer class="footer">
    <div class="footer-row">
      <div>
        <p class="logo"><span class="logo-mark" aria-hidden="true"></span>${front.name}</p>
        <p>${front.tagline}</p>
      </div>
      <nav aria-label="All categories">${catalogue.sections.map((section) => html`<a href="/c/${section.slug}">${section.name}</a>`)}</nav>
      <div>
        <p>A pretend shop: nothing is sold, charged or sent.</p>
        <p><a href="/?consent=ask">Privacy choices</a></p>
      </div>
    </div>
  </footer>`;
}
