import { pageObject } from "../shop/pageObject.ts";

/** What is used of the global `prestashop` of every page (FrontController.php, `buildFrontEndObject`). Any of it may be missing. */
export interface TheShop {
  readonly static_token?: string;
  readonly cart?: unknown;
  readonly currency?: { readonly iso_code?: string };
  readonly customer?: { readonly is_logged?: unknown; readonly addresses?: unknown };
  readonly page?: { readonly page_name?: string };
  readonly urls?: { readonly pages?: { readonly cart?: string; readonly order?: string } };
  /** The theme's bus, Node's EventEmitter: there once the theme's script has run. */
  on?(event: string, heard: (told: unknown) => void): unknown;
  removeListener?(event: string, heard: (told: unknown) => void): unknown;
  emit?(event: string, told: unknown): unknown;
}

/** The global as it is now: theme hummingbird puts another object in its place (src/js/prestashop.ts). */
export const theShop = (): TheShop => pageObject("prestashop") ?? {};

/** ISO 4217 of all prices in the page; `""` where it is not told. */
export const currencyOf = (): string => theShop().currency?.iso_code ?? "";
