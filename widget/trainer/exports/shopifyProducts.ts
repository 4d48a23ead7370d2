import type { CatalogueFormat } from "../catalogue/catalogueFormat.ts";
import { parseText } from "../catalogue/parseCells.ts";
import type { Row } from "../catalogue/rawProduct.ts";
import { shopifyFormat } from "../catalogue/shopifyFormat.ts";
import { groupRows } from "../lib/groupRows.ts";
import { NO_PRODUCT } from "../orders/orderWords.ts";
import type { Fields } from "./exportKind.ts";
import { list, text, texts } from "./fields.ts";

const PLACES = [1, 2, 3] as const;
const SOLD_OUT = { tracker: "shopify", quantity: "0", policy: "deny" } as const;
const MEND = "give the shop's own /products.json too, all of its pages: ?limit=250&page=1, 2 and so on";

/**
 * The product export, which names products by handle as the widget does, or joined by handle with the shop's /products.json, which names them by
 * number; costs, categories, metafields and what is not on sale are in the former only.
 */
export const shopifyProducts: CatalogueFormat = {
  ...shopifyFormat,
  also: (found) => [...(shopifyFormat.also?.(found) ?? []), { key: "url", names: ["url"] }],
  read(rows, context) {
    const numbered = new Set(rows.filter((row) => cell(row, "id")).map(handleOf));
    const unnumbered = new Set(rows.map(handleOf).filter((handle) => !numbered.has(handle)));
    const products = shopifyFormat.read([...groupRows(rows, handleOf).values()].flatMap(joinRows), context);
    // One cart names all its products in one way.
    if (numbered.size > 0)
      for (const { id } of products) if (unnumbered.has(id)) context.tell("product without the number that the others have", id, MEND);
    return products;
  },
};

/** A product of the shop's public /products.json, as rows of the product export: one for each variant, then the other pictures. */
export function readShopifyProduct(product: Fields): readonly Fields[] {
  const options = list(product, "options").map((option) => text(option, "name"));
  const [image] = list(product, "images");
  const names = [text(product, "title"), text(product, "product_type")].map((name) => name.toLowerCase());
  const common = {
    id: text(product, "id"),
    handle: text(product, "handle"),
    "gift card": String(names.some((name) => new RegExp(NO_PRODUCT).test(name))),
  };
  const head = {
    title: text(product, "title"),
    vendor: text(product, "vendor"),
    type: text(product, "product_type"),
    tags: texts(product, "tags").join(", ") || text(product, "tags"),
    status: text(product, "status"),
    "image src": image ? text(image, "src") : "",
    ...Object.fromEntries(PLACES.map((n) => [`option${n} name`, options[n - 1] ?? ""])),
  };
  return list(product, "variants").map((variant, at) => ({
    ...common,
    ...(at === 0 && head),
    ...Object.fromEntries(PLACES.map((n) => [`option${n} value`, text(variant, `option${n}`)])),
    "variant id": text(variant, "id"),
    "variant sku": text(variant, "sku"),
    "variant price": text(variant, "price"),
    grams: text(variant, "grams"),
    ...(text(variant, "available") === "false" && SOLD_OUT),
  }));
}

const cell = ({ cells }: Row, key: string): string => parseText(cells[key]);
const handleOf = (row: Row): string => cell(row, "handle");
const optionsOf = (row: Row): string => PLACES.map((n) => cell(row, `option${n} value`)).join("\n");

/** The rows of one product: those of the export, with the numbers of /products.json where that has it, too. */
function joinRows(rows: readonly [Row, ...Row[]]): readonly Row[] {
  const exported = rows.filter((row) => !cell(row, "id"));
  const numbered = rows.filter((row) => cell(row, "id"));
  const url = handleOf(rows[0]) ? { url: `/products/${handleOf(rows[0])}` } : {};
  const kept = exported.length ? exported.map((row) => withNumbers(row, numbered)) : numbered;
  return kept.map(({ where, cells }) => ({ where, cells: { ...url, ...cells } }));
}

function withNumbers(row: Row, numbered: readonly Row[]): Row {
  const [first] = numbered;
  if (!first) return row;
  const sku = cell(row, "variant sku");
  const isVariant = sku || cell(row, "variant price") || cell(row, "option1 value");
  const twin =
    numbered.find((other) => optionsOf(other) === optionsOf(row)) ?? numbered.find((other) => sku && cell(other, "variant sku") === sku);
  const known = isVariant && twin && { "variant id": cell(twin, "variant id"), ...(cell(twin, "quantity") && SOLD_OUT) };
  return { where: row.where, cells: { ...row.cells, id: cell(first, "id"), ...known } };
}
