import type { PageContext } from "../../types/platform.ts";
import type { Product } from "../../types/product.ts";
import { pickCard } from "./pickCard.ts";
import { readJsonLd } from "./readJsonLd.ts";

const VARIANT = "[data-goeswith-variant]";

/** Reads the product of pages that tell it in another way than by JSON-LD. */
export type ReadOther = () => Partial<Product>;

/**
 * The product the page is about, from JSON-LD, else as `readOther` finds it, and the variant chosen on it. `data-goeswith-product` says
 * which id the shop's cart uses, and is enough by itself. Nothing for a page without a product, or with a list of them.
 */
export function readProduct(readOther?: ReadOther): Pick<PageContext, "view" | "variant"> {
  const marked = pickCard("[data-goeswith-product]");
  const told = marked?.dataset.goeswithProduct;
  const found = fromJsonLd(told) ?? readOther?.() ?? {};
  const id = told || found.id;
  if (!id) return {};
  const variant = marked?.dataset.goeswithVariant || (marked ?? document).querySelector<HTMLElement>(VARIANT)?.dataset.goeswithVariant;
  return { view: { title: document.querySelector("h1")?.textContent?.trim() ?? "", ...found, id }, ...(variant && { variant }) };
}

/** Of several: the one with the id told, the one whose address this is, or the first when they are all one product. */
function fromJsonLd(told: string | undefined): Partial<Product> | undefined {
  const all = readJsonLd();
  return (
    all.find(({ aliases }) => told && aliases?.includes(told)) ??
    all.find(({ url }) => url?.split(/[?#]/)[0] === location.origin + location.pathname) ??
    (all.every(({ id }) => id === all[0]?.id) ? all[0] : undefined)
  );
}
