import { swallow } from "../../lib/guard.ts";
import { askShop } from "../shop/askShop.ts";
import { parseHtml } from "../shop/parseHtml.ts";
import type { ProductIds } from "./createProductIds.ts";
import { findRows } from "./findRows.ts";
import { formProduct } from "./productForm.ts";

/** Of a larger cart the other lines stay unknown. */
const MOST = 8;

/** Asks the pages of products that a cart names only by readable addresses for their ids. */
export async function learnProducts(cart: ParentNode, ids: ProductIds): Promise<void> {
  const addresses = findRows(cart).map(({ link }) => link.getAttribute("href")!);
  const unknown = addresses.filter((address) => !ids.isKnown(address)).slice(0, MOST);
  await Promise.all(
    unknown.map(async (address) => {
      try {
        const id = formProduct(parseHtml((await askShop(address)).text));
        if (id) ids.learn(address, id);
      } catch (error) {
        swallow(error);
      }
    }),
  );
}
