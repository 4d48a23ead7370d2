import type { Product, VariantId } from "../../types/product.ts";
import { pickCard } from "./pickCard.ts";
import { readJsonLd } from "./readJsonLd.ts";
import { readMicrodata } from "./readMicrodata.ts";
import { readOpenGraph } from "./readOpenGraph.ts";
import { readSchemaProduct } from "./readSchemaProduct.ts";

/** The product in view and the variant chosen on it. */
export interface ProductInView {
  readonly view?: Product;
  readonly variant?: VariantId;
}

/**
 * The product the page is about, from JSON-LD, else microdata; Open Graph fills in what they leave out. `data-goeswith-product` says
 * which id the shop's cart uses, and is enough by itself. Nothing for a page without a product, or with a list of them.
 */
export function readProduct(): ProductInView {
  const marked = pickCard("[data-goeswith-product]");
  const told = marked?.dataset.goeswithProduct;
  const found = { ...read(readOpenGraph()), ...(fromJsonLd(told) ?? read(readMicrodata())) };
  const id = told || found.id;
  if (!id) return {};
  const title = found.title ?? document.querySelector("h1")?.textContent?.trim() ?? "";
  const aliases = [...new Set([found.id ?? id, ...(found.aliases ?? [])])].filter((alias) => alias !== id);
  const chosen = (marked?.matches(VARIANT) ? marked : (marked ?? document).querySelector<HTMLElement>(VARIANT))?.dataset.goeswithVariant;
  return { view: { ...found, id, title, aliases }, ...(chosen && { variant: chosen }) };
}

const VARIANT = "[data-goeswith-variant]";

const read = (node: Parameters<typeof readSchemaProduct>[0] | undefined): Partial<Product> | undefined => node && readSchemaProduct(node);

/** Of several: the one with the id told, the one whose address this is, or the first when they are all one product. */
function fromJsonLd(told: string | undefined): Partial<Product> | undefined {
  const all = readJsonLd().map(readSchemaProduct);
  return (
    all.find(({ id, aliases }) => told && (id === told || aliases?.includes(told))) ??
    all.find(({ url }) => url?.split(/[?#]/)[0] === location.href.split(/[?#]/)[0]) ??
    (all.every(({ id }) => id === all[0]?.id) ? all[0] : undefined)
  );
}
