import type { Customer, PageContext } from "../../../types/page.ts";
import type { Placement } from "../../../types/placement.ts";
import { defined } from "../../lib/defined.ts";
import { pageObject } from "../shop/pageObject.ts";
import type { Names } from "./createNames.ts";
import { readHundredths } from "./readHundredths.ts";

/** What a page of the storefront tells through its globals, as far as it can be believed. Source: `content_for_header` of any theme. */
interface ShopifyGlobal {
  readonly routes?: { readonly root?: unknown };
  readonly currency?: { readonly active?: unknown };
  readonly country?: unknown;
}

/** `ShopifyAnalytics.meta`: not a documented interface, so nothing hangs on it alone. */
interface Meta {
  readonly page?: { readonly customerId?: unknown };
  readonly currency?: unknown;
  readonly product?: { readonly id?: number; readonly variants?: readonly MetaVariant[] };
}

interface MetaVariant {
  readonly id: number;
  readonly sku?: string | null;
  readonly price?: number;
}

const shopify = () => (pageObject("Shopify") ?? {}) as ShopifyGlobal;
export const metaOfPage = () => (pageObject("ShopifyAnalytics")?.["meta"] ?? {}) as Meta;

/** What every address of the shop begins with, `/` or `/en-ca/`. Source: https://shopify.dev/docs/api/ajax */
export function shopRoot(): string {
  const root = shopify().routes?.root;
  return typeof root === "string" && /^\/(?!\/)/.test(root) ? root : "/";
}

/** What the shopper is charged in. */
export function shopCurrency(): string | undefined {
  const { active } = shopify().currency ?? {};
  return typeof active === "string" ? active : undefined;
}

/** The handle in an address, of a product alone or within a collection. */
export function handleIn(address: string | undefined): string | undefined {
  const [, handle] = /\/products\/([^/?#]+)/.exec(address ?? "") ?? [];
  try {
    return handle && decodeURIComponent(handle);
  } catch {
    return handle;
  }
}

const STEPS: readonly (readonly [RegExp, Placement])[] = [
  [/\/products\/[^/]+\/?$/, "product"],
  [/\/cart\/?$/, "cart"],
  [/\/checkouts?\//, "checkout"],
];

/** What the page is about: addresses are the same in every theme. */
export function readShopifyPage(names: Names): Omit<PageContext, "locale"> {
  const [, step] = STEPS.find(([address]) => address.test(location.pathname)) ?? [];
  const currency = shopCurrency();
  const customer = readCustomer();
  if (step !== "product") return defined({ step, currency, customer });
  const { product, currency: traded } = metaOfPage();
  const variants = Array.isArray(product?.variants) ? product.variants : [];
  const chosen = chosenVariant(variants);
  const handle = handleIn(location.pathname)!;
  const { product: id, variant } = names.name({
    handle,
    product_id: product?.id,
    variant_id: chosen?.id ?? numberIn(location.search),
    sku: chosen?.sku,
    isOnly: variants.length === 1,
  });
  const price = traded === currency ? readHundredths(chosen?.price, currency) : undefined;
  const view = defined({ id, title: document.querySelector("h1")?.textContent.trim() ?? "", price });
  return defined({ step, view, variant, currency, customer });
}

/** The one in the address, else the one in the product's own form. */
function chosenVariant(variants: readonly MetaVariant[]): MetaVariant | undefined {
  const fields = document.querySelectorAll<HTMLInputElement>('form[action*="/cart/add"] [name="id"]');
  const ids = [numberIn(location.search), ...[...fields].map(({ value }) => Number(value))];
  return ids.flatMap((id) => variants.find((variant) => variant.id === id) ?? [])[0];
}

const numberIn = (search: string): number | undefined => Number(new URLSearchParams(search).get("variant")) || undefined;

function readCustomer(): Customer | undefined {
  const { country } = shopify();
  const { page } = metaOfPage();
  return defined({
    country: typeof country === "string" ? country : undefined,
    loggedIn: page && !!page.customerId,
  });
}
