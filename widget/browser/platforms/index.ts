import type { PlatformConfig } from "../../types/config.ts";
import type { Adapter, Platform } from "../../types/platform.ts";
import { holdsTrade } from "./datalayer/holdsTrade.ts";
import { isTold } from "./markup/isTold.ts";
import { createMarkup } from "./markup.ts";
import { pageObject } from "./shop/pageObject.ts";
import { readPageMarkup } from "./markup/readPageMarkup.ts";
import { whenParsed } from "./whenParsed.ts";

/** A shop system goeswith can read. */
export interface PlatformEntry {
  readonly name: string;
  /** Whether this page is of that system. */
  detect(): boolean;
  load(): Promise<(config: PlatformConfig, adapter?: Adapter) => Platform>;
}

/** What all shop systems share is asked for at the same time, so that the one does not wait for the other. */
const beside = async <M>(own: Promise<M>): Promise<M> => (await Promise.all([own, import("./shop/createShop.ts")]))[0];

const has = (selector: string) => !!document.querySelector(selector);

/** Reads any page. */
const markup: PlatformEntry = {
  name: "markup",
  detect: () => true,
  load: async () => (config, adapter) => createMarkup(config, adapter, isTold() ? undefined : readPageMarkup),
};

/** Reads any page that feeds analytics. */
const datalayer: PlatformEntry = {
  name: "datalayer",
  detect: () => !isTold() && holdsTrade(),
  load: async () => (await beside(import("./datalayer.ts"))).createDatalayer,
};

/** In the order of detection. */
export const platforms: readonly PlatformEntry[] = [
  {
    name: "shopify",
    detect: () => !!(pageObject("Shopify")?.["shop"] ?? pageObject("Shopify")?.["theme"]),
    load: async () => (await beside(import("./shopify.ts"))).createShopify,
  },
  {
    name: "woocommerce",
    detect: () => has('body[class*="woocommerce"],meta[name="generator"][content^="WooCommerce"],script[src*="/plugins/woocommerce/"]'),
    load: async () => (await beside(import("./woocommerce.ts"))).createWoocommerce,
  },
  {
    name: "prestashop",
    detect: () => !!pageObject("prestashop")?.["static_token"],
    load: async () => (await beside(import("./prestashop.ts"))).createPrestashop,
  },
  {
    name: "opencart",
    detect: () =>
      has('#cart,#header-cart,[id^="checkout-"],[id="common-success"]') && has('script[src*="catalog/view/"],link[href*="catalog/view/"]'),
    load: async () => (await beside(import("./opencart.ts"))).createOpencart,
  },
  datalayer,
  markup,
];

/** The platform of that name, else the first that knows the page. */
export function choosePlatform(name?: string): PlatformEntry {
  return platforms.find((entry) => entry.name === name) ?? platforms.find((entry) => entry.detect())!;
}

/** The chosen platform. Whatever the shop's adapter has takes the place of the platform's own. */
export async function loadPlatform(name: string | undefined, config: PlatformConfig, adapter?: Adapter): Promise<Platform> {
  const guess = choosePlatform(name);
  // What tells the system may stand further down in a page that is still on its way.
  if (guess.name !== name && (guess === markup || guess === datalayer)) await whenParsed();
  const entry = choosePlatform(name);
  const create = await entry.load();
  if (entry === markup || !adapter) return create(config, adapter);
  return (await import("./withAdapter.ts")).withAdapter(create(config), adapter);
}
