import { parseAttributes, parseDemands, parseList, parseText, parseVariants } from "./parseCells.ts";
import type { RawProduct, Row, Tell } from "./rawProduct.ts";

/** Cells that are taken as they stand. */
const TEXTS = [
  ...["price", "currency", "url", "image", "brand", "maker", "stock", "rating", "reviews", "kind", "per", "by", "above", "terms", "unit"],
  ...["unit price", "orders", "cost"],
];

/** A product out of cells by the keys of the trainer's own columns. `category` is told apart by its caller. */
export function ownProduct({ where, cells }: Row, tell: Tell): RawProduct {
  const local = Object.keys(cells).filter((key) => /^(?:name|url):/.test(key));
  const texts = [...TEXTS, ...local].flatMap((key) => (parseText(cells[key]) ? [[key, parseText(cells[key])] as const] : []));
  const variants = parseVariants(cells["variants"]);
  if (!variants && parseText(cells["variants"])) {
    tell("variants not a JSON list", where, 'write [{"id":"7","options":{"Size":"M"},"price":"9.90"}]');
  }
  return {
    where,
    id: parseText(cells["item_id"]),
    name: parseText(cells["name"]),
    texts: Object.fromEntries(texts),
    categories: [],
    tags: parseList(cells["tags"]),
    skus: parseList(cells["sku"]),
    excludes: parseList(cells["excludes"]),
    accessories: parseList(cells["accessories"]),
    upgrades: parseList(cells["upgrades"]),
    never: parseList(cells["never"]),
    attributes: parseAttributes(cells["attributes"]),
    fits: parseDemands(cells["fits"]),
    requires: parseDemands(cells["requires"]),
    oneOf: parseDemands(cells["oneOf"]),
    variants: variants ?? [],
  };
}
