import { type Column, bareName, extraColumns } from "../reading/columns.ts";
import { parseText } from "./parseCells.ts";
import type { CatalogueFormat, FormatContext } from "./catalogueFormat.ts";
import { groupRows } from "../lib/groupRows.ts";
import { ownProduct } from "./ownProduct.ts";
import type { RawProduct, RawVariant, Row } from "./rawProduct.ts";
import { splitPath } from "./splitCategories.ts";
import { withVariants } from "./withVariants.ts";

const ATTRIBUTE = /^attribute (\d+) (name|value\(s\))$/i;

/** WooCommerce's own product export: one row a product, one a variation, which names its parent. */
export const wooFormat: CatalogueFormat = {
  name: "WooCommerce export",
  isWritten(columns) {
    const names = new Set(columns.map(bareName));
    return ["type", "sku", "name", "regularprice"].every((name) => names.has(name));
  },
  columns: [
    { key: "name", names: ["name"], needed: true },
    { key: "type", names: ["type"], needed: true },
    ...["id", "sku", "published", "visibility in catalog", "in stock?", "backorders allowed?", "sale price", "regular price"].map(plain),
    ...["date sale price starts", "date sale price ends", "categories", "tags", "images", "parent", "upsells", "cross-sells"].map(plain),
    ...["external url", "brands", "meta: _wc_cog_cost", "cost of goods"].map(plain),
  ],
  also: (found) => [
    ...found.filter((column) => ATTRIBUTE.test(column.trim())).map((name) => ({ key: name.trim().toLowerCase(), names: [name] })),
    ...extraColumns(found),
  ],
  read(rows, context) {
    const parents = rows.filter((row) => !isVariation(row));
    const idOf = new Map(
      parents.flatMap((row) => [[cell(row, "sku"), productId(row)] as const, [cell(row, "id"), productId(row)] as const]),
    );
    const variations = groupRows(rows.filter(isVariation), (row) => parentId(row, idOf));
    const products = parents.flatMap((row) => readProduct(row, variations.get(productId(row)) ?? [], context));
    const known = new Set(parents.map(productId));
    for (const [parent, orphans] of variations) {
      if (known.has(parent)) continue;
      const mend = "export all product types together, or give the parent's id as in id:123 or its SKU";
      for (const row of orphans) context.tell("variation whose parent is missing", `${row.where}, parent ${parent || "not named"}`, mend);
    }
    return products;
  },
};

function plain(key: string): Column {
  return { key, names: [key] };
}

const cell = ({ cells }: Row, key: string): string => parseText(cells[key]);
const isVariation = (row: Row): boolean => splitPath(cell(row, "type").toLowerCase(), ",").includes("variation");
const productId = (row: Row): string => cell(row, "id") || cell(row, "sku");

/** `id:123` or an SKU → the id of the product. */
function parentId(row: Row, idOf: ReadonlyMap<string, string>): string {
  const named = cell(row, "parent").replace(/^id:\s*/i, "");
  return (named && idOf.get(named)) || named;
}

function readProduct(row: Row, variations: readonly Row[], { tell, date }: FormatContext): readonly RawProduct[] {
  const types = splitPath(cell(row, "type").toLowerCase(), ",");
  const left = whyLeftOut(row);
  if (left) {
    tell(left, row.where);
    return [];
  }
  if (types.includes("variable") && !productId(row)) {
    tell("parent without an id", row.where, "export with the columns ID and SKU");
    return [];
  }
  const own = ownProduct(row, tell);
  const external = types.includes("external") ? cell(row, "external url") : "";
  const attributes = readAttributes(row);
  const options = new Set(variations.flatMap((variation) => [...readAttributes(variation).keys()]));
  const product: RawProduct = {
    ...own,
    id: productId(row),
    name: cell(row, "name"),
    texts: {
      ...own.texts,
      image: splitPath(cell(row, "images"), ", ")[0] ?? "",
      brand: cell(row, "brands") || (own.texts["brand"] ?? ""),
      ...priceTexts(row, date),
      stock: stockOf(row),
      ...(external && { kind: "partner", url: external, by: hostOf(external) }),
    },
    categories: deepest(unescaped(cell(row, "categories")).map((path) => splitPath(path))),
    tags: unescaped(cell(row, "tags")),
    skus: cell(row, "sku") && cell(row, "sku") !== productId(row) ? [cell(row, "sku")] : [],
    accessories: [...own.accessories, ...namedProducts(row, "cross-sells")],
    upgrades: [...own.upgrades, ...namedProducts(row, "upsells")],
    attributes: { ...own.attributes, ...Object.fromEntries([...attributes].filter(([name]) => !options.has(name))) },
  };
  return [withVariants(product, readVariations(variations, date))];
}

function readVariations(rows: readonly Row[], date: string): readonly RawVariant[] {
  const sold = rows.filter((row) => !whyLeftOut(row) && productId(row));
  return sold.map((row) => {
    const { price, cost = "" } = priceTexts(row, date);
    const sku = cell(row, "sku");
    const options = Object.fromEntries(readAttributes(row));
    return { id: productId(row), options, price, cost, stock: stockOf(row), skus: sku && sku !== productId(row) ? [sku] : [] };
  });
}

function whyLeftOut(row: Row): string | undefined {
  if (["0", "-1", "false"].includes(cell(row, "published"))) return "product that is not published";
  return cell(row, "visibility in catalog") === "hidden" && !isVariation(row) ? "product hidden from the shop" : undefined;
}

function priceTexts(row: Row, date: string): { readonly price: string; readonly cost?: string } {
  const [sale, from, to] = [cell(row, "sale price"), cell(row, "date sale price starts"), cell(row, "date sale price ends")];
  const isOnSale = sale && (!from || from.slice(0, 10) <= date) && (!to || to.slice(0, 10) >= date);
  const cost = cell(row, "cost") || cell(row, "cost of goods") || cell(row, "meta: _wc_cog_cost");
  return { price: isOnSale ? sale : cell(row, "regular price"), ...(cost && { cost }) };
}

const stockOf = (row: Row): string => (["1", "yes"].includes(cell(row, "backorders allowed?")) ? "" : cell(row, "in stock?"));

/** Name → value of what the row's numbered attribute columns hold. */
function readAttributes(row: Row): ReadonlyMap<string, string> {
  const names = Object.keys(row.cells).filter((key) => key.startsWith("attribute ") && key.endsWith(" name"));
  const pairs = names.flatMap((key): [string, string][] => {
    const [name, value] = [cell(row, key), cell(row, key.replace(/name$/, "value(s)"))];
    return name && value ? [[name, unescaped(value).join(", ")]] : [];
  });
  return new Map(pairs);
}

/** `A, B\, C` → its parts. */
const unescaped = (list: string): readonly string[] =>
  list
    .split(/(?<!\\),/)
    .map((part) => part.replaceAll("\\,", ",").trim())
    .filter(Boolean);

const namedProducts = (row: Row, key: string): readonly string[] => unescaped(cell(row, key)).map((name) => name.replace(/^id:\s*/i, ""));

const deepest = (paths: readonly (readonly string[])[]): readonly string[] =>
  paths.reduce((best, path) => (path.length > best.length ? path : best), [] as readonly string[]);

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}
