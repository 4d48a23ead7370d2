import type { Catalogue } from "../catalogue/readCatalogue.ts";
import type { ProductId } from "../../types/product.ts";

/**
 * What order lines of an export may call a product: besides its ids and SKUs its name, where no other one has it, as exports without ids have nothing
 * else. `""`: what is no product.
 */
export function aliasesOf({ items, aliases, leftOut }: Catalogue): ReadonlyMap<string, ProductId> {
  const titles = new Map<string, ProductId>();
  for (const { id, card } of items) titles.set(card.title, titles.has(card.title) ? "" : id);
  const unique = [...titles].filter(([, id]) => id);
  return new Map([...[...leftOut].map((id) => [id, ""] as const), ...unique, ...aliases]);
}
