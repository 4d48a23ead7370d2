import type { PlatformConfig } from "../../../types/config.ts";
import type { Stop } from "../../../types/platform.ts";
import { parseHtml } from "../shop/parseHtml.ts";
import { hearTheme } from "./hearTheme.ts";
import type { ShopifyCart } from "./readShopifyCart.ts";
import { tellTheme } from "./tellTheme.ts";
import { DAWN, HORIZON, horizonSections, themeParts } from "./themeParts.ts";
import { CART_UPDATE, LINES_UPDATE } from "./themeWords.ts";

/** Standard, of Horizon before it had those, and of other themes; of the cart, and of a variant that is chosen. */
const CART_EVENTS = [LINES_UPDATE, "cart:update", "cart:updated", "cart:refresh", "cart:change"];
const PAGE_EVENTS = ["shopify:product:select", "variant:update", "variant:change"];
/** What has the many themes of two other makers read the cart anew. */
const OTHERS = ["cart:refresh", "cart:build"];
/** More sections are not answered at once. Source: https://shopify.dev/docs/api/ajax/section-rendering */
const MOST_SECTIONS = 5;

/** The theme's own cart. */
export interface ShopifyTheme {
  /** Whether it is one that can be brought up to date from here for certain. */
  isKnown(): boolean;
  /** Sections to ask of the shop along with a cart. */
  sections(): readonly string[];
  /** Shows a cart and its sections, and tells whoever listens. A drawer that is shut stays shut, unless the theme opens it by itself. */
  show(cart: ShopifyCart, sections: Readonly<Record<string, unknown>>): void;
  /** Calls `heard` for every change of the cart but our own. */
  hear(heard: () => void): Stop;
  /** Calls `heard` when another variant is chosen. */
  hearPage(heard: () => void): Stop;
  /** Does what the theme will tell of, so that it is not heard. */
  quietly<T>(work: () => PromiseLike<T>): Promise<T>;
}

/** `own.sections`: ids of sections that show the cart in a theme of another kind. `own.event`: the event by which such a theme reads the cart anew. */
export function createShopifyTheme({ own }: Pick<PlatformConfig, "own">): ShopifyTheme {
  let quiet = 0;
  const named = (own["sections"] ?? "").split(/[,\s]+/).filter(Boolean);
  const event = own["event"];
  const isKnown = () => named.length > 0 || !!event || !!document.querySelector(`${DAWN},${HORIZON}`);
  return {
    isKnown,
    sections: () => [...new Set([...themeParts(named).map(({ section }) => section), ...horizonSections()])].slice(0, MOST_SECTIONS),
    show(cart, sections) {
      for (const { section, element, selector } of themeParts(named)) {
        const html = sections[section];
        const source = typeof html === "string" && parseHtml(html).querySelector(selector);
        if (source) element.replaceChildren(...source.childNodes);
      }
      for (const element of document.querySelectorAll("cart-drawer,cart-items,cart-drawer-items,#main-cart-footer"))
        element.classList.toggle("is-empty", !cart.item_count);
      quiet++;
      try {
        tellTheme({ cart, sections, events: event ? [event] : isKnown() ? [] : OTHERS });
      } finally {
        quiet--;
      }
    },
    async quietly(work) {
      quiet++;
      try {
        return await work();
      } finally {
        quiet--;
      }
    },
    hear: (heard) => hearTheme({ events: CART_EVENTS, topic: CART_UPDATE, isOwn: () => quiet > 0 }, heard),
    hearPage: (heard) => hearTheme({ events: PAGE_EVENTS, topic: "variant-change" }, heard),
  };
}
