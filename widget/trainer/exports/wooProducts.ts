import type { CatalogueFormat } from "../catalogue/catalogueFormat.ts";
import { parseText } from "../catalogue/parseCells.ts";
import type { Row } from "../catalogue/rawProduct.ts";
import { wooFormat } from "../catalogue/wooFormat.ts";
import { groupRows } from "../lib/groupRows.ts";
import type { Fields } from "./exportKind.ts";
import { inner, list, text, texts } from "./fields.ts";

/** The product export joined by id with products of an API, which have the addresses of products: what the export says counts first. */
export const wooProducts: CatalogueFormat = {
  ...wooFormat,
  also: (found) => [...(wooFormat.also?.(found) ?? []), { key: "url", names: ["url", "permalink"] }],
  read: (rows, context) => wooFormat.read([...groupRows(rows, keyOf).values()].map(joinRows), context),
};

const keyOf = (row: Row): string => parseText(row.cells["id"]) || row.where;

/** Where a row comes from: the export knows most, what a product says of its variations is least. */
const RANKS = { export: 0, api: 1, parent: 2 } as const;
const rankOf = ({ cells }: Row): number => Number(cells["rank"] ?? RANKS.export);

/** One row out of those with one id: cells of a better rank go before the others. */
function joinRows(rows: readonly [Row, ...Row[]]): Row {
  const [best = rows[0], ...others] = rows.toSorted((a, b) => rankOf(a) - rankOf(b));
  let { cells } = best;
  for (const other of others) cells = { ...other.cells, ...cells };
  return { where: best.where, cells };
}

/** A product, or variation, of `wc/store/v1/products`, `wc/v3/products` or `wc/v3/products/ID/variations`, as rows of the product export. */
export function readWooProduct(product: Fields): readonly Fields[] {
  const id = text(product, "id");
  const parent = Number(text(product, "parent_id") || text(product, "parent"));
  const price = priceOf(product);
  const stock = text(product, "stock_status") === "outofstock" || text(product, "is_in_stock") === "false" ? "0" : "1";
  const common = {
    rank: RANKS.api,
    published: "1",
    "in stock?": stock,
    "regular price": price,
    currency: text(inner(product, "prices"), "currency_code"),
  };
  const own = {
    ...common,
    id,
    sku: text(product, "sku"),
    name: text(product, "name"),
    url: text(product, "permalink"),
    type: parent ? "variation" : text(product, "type") || "simple",
    ...(parent && { parent: `id:${parent}` }),
    published: ["", "publish"].includes(text(product, "status")) ? "1" : "0",
    "visibility in catalog": text(product, "catalog_visibility"),
    categories: names(list(product, "categories")),
    tags: names(list(product, "tags")),
    brands: names(list(product, "brands")),
    images: text(list(product, "images")[0] ?? inner(product, "image"), "src"),
    "external url": text(product, "external_url"),
    upsells: linked(texts(product, "upsell_ids")),
    "cross-sells": linked(texts(product, "cross_sell_ids")),
    ...attributeCells(list(product, "attributes").map((one) => [text(one, "name"), text(one, "option") || optionsOf(one)])),
  };
  const variations = list(product, "variations").map((variation) => ({
    ...common,
    rank: RANKS.parent,
    id: text(variation, "id"),
    name: own.name,
    type: "variation",
    parent: `id:${id}`,
    ...attributeCells(list(variation, "attributes").map((one) => [text(one, "name"), text(one, "value")])),
  }));
  return [own, ...variations];
}

/** The Store API writes sums in minor units. */
function priceOf(product: Fields): string {
  const prices = inner(product, "prices");
  const minor = Number(text(prices, "currency_minor_unit") || "2");
  if (text(prices, "price")) return (Number(text(prices, "price")) / 10 ** minor).toFixed(minor);
  return text(product, "price") || text(product, "regular_price");
}

const optionsOf = (attribute: Fields): string => texts(attribute, "options").join(", ") || names(list(attribute, "terms"));
const names = (list: readonly Fields[]): string => list.map((one) => text(one, "name").replaceAll(",", "\\,")).join(", ");
const linked = (ids: readonly string[]): string => ids.map((id) => `id:${id}`).join(", ");

function attributeCells(pairs: readonly (readonly [name: string, value: string])[]): Fields {
  return Object.fromEntries(
    pairs.flatMap(([name, value], at) => [
      [`attribute ${at + 1} name`, name],
      [`attribute ${at + 1} value(s)`, value],
    ]),
  );
}
