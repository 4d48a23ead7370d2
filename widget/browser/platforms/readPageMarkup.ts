import type { Product } from "../../types/product.ts";
import { readMicrodata } from "./readMicrodata.ts";
import { readOpenGraph } from "./readOpenGraph.ts";
import { readSchemaProduct } from "./readSchemaProduct.ts";

/** The product of a page without JSON-LD: from microdata; Open Graph fills in what that leaves out. */
export function readPageMarkup(): Partial<Product> {
  const told = readMicrodata();
  return { ...readSchemaProduct(readOpenGraph() ?? {}), ...(told && readSchemaProduct(told)) };
}
