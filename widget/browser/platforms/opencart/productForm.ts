import type { ProductId } from "../../../types/product.ts";

/** Where a product's page keeps the form that buys it: `#product` in the templates of 2 and 3, with `#form-product` inside in 4. */
const FORM = "#product,#form-product";

export const findForm = (root: ParentNode): Element | undefined => root.querySelector(FORM) ?? undefined;

/** The product that a page is about. */
export const formProduct = (root: ParentNode): ProductId | undefined =>
  findForm(root)?.querySelector('[name="product_id"]')?.getAttribute("value") ?? undefined;
