import type { Product } from "../../../types/product.ts";
import { pickCard } from "./pickCard.ts";
import { readJsonLd } from "./readJsonLd.ts";
import { readMarked } from "./readMarked.ts";
import { readMicrodata } from "./readMicrodata.ts";
import { readOpenGraph } from "./readOpenGraph.ts";
import { readSchemaProduct } from "./readSchemaProduct.ts";

/**
 * The product of a page that does not mark just one: the marked one with a form to add it to the cart, by JSON-LD, else by microdata, with
 * Open Graph for what that leaves out. Nothing for a page without a product, or with a list of them.
 */
export function guessProduct(): ReturnType<typeof readMarked> {
  const marked = pickCard("[data-goeswith-product]");
  return readMarked(marked ?? document.documentElement, fromJsonLd(marked?.dataset.goeswithProduct) ?? fromTags());
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

function fromTags(): Partial<Product> {
  const told = readMicrodata();
  return { ...readSchemaProduct(readOpenGraph() ?? {}), ...(told && readSchemaProduct(told)) };
}
