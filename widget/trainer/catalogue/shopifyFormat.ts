import { type Column, bareName, extraColumns } from "../reading/columns.ts";
import { parseAmount } from "../reading/parseAmount.ts";
import { parseText } from "./parseCells.ts";
import type { CatalogueFormat, FormatContext } from "./catalogueFormat.ts";
import { groupRows } from "../lib/groupRows.ts";
import { ownProduct } from "./ownProduct.ts";
import type { RawProduct, RawVariant, Row, Tell } from "./rawProduct.ts";
import { splitPath } from "./splitCategories.ts";
import { withVariants } from "./withVariants.ts";

const PLACES = [1, 2, 3] as const;
const SIGNS = ["variantprice", "variantsku", "option1name", "option1value", "variantinventoryqty"];

/** Shopify's product export, with the headers of 2015 to 2024 and the later ones. A product's rows share its handle. */
export const shopifyFormat: CatalogueFormat = {
  name: "Shopify export",
  isWritten(columns) {
    const names = new Set(columns.map(bareName));
    return (names.has("handle") || names.has("urlhandle")) && names.has("title") && SIGNS.some((sign) => names.has(sign));
  },
  columns: [
    { key: "handle", names: ["handle", "url handle"], needed: true },
    { key: "title", names: ["title"], needed: true },
    ...["vendor", "product category", "type", "tags", "image position", "gift card", "status", "cost per item", "id", "variant id"].map(
      plain,
    ),
    ...PLACES.flatMap((n) => [plain(`option${n} name`), plain(`option${n} value`)]),
    { key: "published", names: ["published", "published on online store"] },
    { key: "variant sku", names: ["variant sku", "sku"] },
    { key: "variant price", names: ["variant price", "price"] },
    { key: "grams", names: ["variant grams", "weight value (grams)"] },
    { key: "tracker", names: ["variant inventory tracker", "inventory tracker"] },
    { key: "quantity", names: ["variant inventory qty", "inventory quantity"] },
    { key: "policy", names: ["variant inventory policy", "continue selling when out of stock"] },
    { key: "image src", names: ["image src", "product image url"] },
  ],
  also: (found) => [...metafields(found), ...extraColumns(found)],
  read(rows, context) {
    const handled = rows.filter((row) => {
      if (!cell(row, "handle"))
        context.tell("row without a handle", row.where, "export anew, or give the product's handle in each of its rows");
      return cell(row, "handle");
    });
    return [...groupRows(handled, (row) => cell(row, "handle"))].flatMap(([handle, group]) => readProduct(handle, group, context));
  },
};

function plain(key: string): Column {
  return { key, names: [key] };
}

const META = /^(.+?)\s*\(product\.metafields\.([\w-]+\.[\w-]+)\)$/;

/** `Colour (product.metafields.shopify.color-pattern)` and its like. */
function metafields(found: readonly string[]): readonly Column[] {
  return found.filter((column) => META.test(column)).map((column) => ({ key: `meta ${column}`, names: [column] }));
}

const cell = ({ cells }: Row, key: string): string => parseText(cells[key]);

function readProduct(handle: string, rows: readonly [Row, ...Row[]], { tell, leaveOut }: FormatContext): readonly RawProduct[] {
  const titled = rows.find((row) => cell(row, "title"));
  if (!titled) {
    tell(
      "product without a title",
      `${rows[0].where}, handle ${handle}`,
      "the row with the title is missing: export anew, or give all parts of the export",
    );
    return [];
  }
  const left = whyLeftOut(rows);
  if (left) {
    tell(left, handle);
    if (left === GIFT_CARD) leaveOut?.([handle, ...rows.flatMap((row) => NAMES.map((key) => cell(row, key)))]);
    return [];
  }
  const own = ownProduct(titled, tell);
  const image = rows.find((row) => cell(row, "image position") === "1" && cell(row, "image src")) ?? titled;
  const [category, type] = [splitPath(cell(titled, "product category")), cell(titled, "type")];
  const { accessories, texts, attributes } = readMetafields(titled);
  const product: RawProduct = {
    ...own,
    id: cell(titled, "id") || handle,
    name: cell(titled, "title"),
    texts: { ...own.texts, brand: cell(titled, "vendor"), image: cell(image, "image src"), ...texts },
    categories: type && category.at(-1)?.toLowerCase() !== type.toLowerCase() ? [...category, type] : category,
    tags: splitPath(cell(titled, "tags"), ","),
    skus: cell(titled, "id") ? [handle] : [],
    accessories: [...own.accessories, ...accessories],
    attributes: { ...own.attributes, ...attributes, ...shippingWeight(rows) },
  };
  return [withVariants(product, readVariants(rows, titled, tell))];
}

const GIFT_CARD = "gift card";
/** What order lines may call it. */
const NAMES = ["id", "variant id", "variant sku", "title"];

function whyLeftOut(rows: readonly Row[]): string | undefined {
  const has = (key: string, ...values: readonly string[]) => rows.some((row) => values.includes(cell(row, key).toLowerCase()));
  if (has("gift card", "true")) return GIFT_CARD;
  if (has("status", "draft", "archived", "unlisted")) return "draft or archived product";
  return has("published", "false") ? "product that is not published" : undefined;
}

function readVariants(rows: readonly Row[], titled: Row, tell: Tell): readonly RawVariant[] {
  const names = PLACES.map((n) => cell(titled, `option${n} name`));
  const seen = new Set<string>();
  return rows.flatMap((row): RawVariant[] => {
    const values = PLACES.map((n) => cell(row, `option${n} value`));
    const isVariant = cell(row, "variant price") || cell(row, "variant sku") || values.some(Boolean);
    if (!isVariant) return [];
    const options = names.flatMap((name, at) =>
      name && values[at] && values[at] !== "Default Title" ? [[name, values[at]] as const] : [],
    );
    const sku = cell(row, "variant sku");
    const id = cell(row, "variant id") || sku;
    if (options.length && (!id || seen.has(id))) {
      const what = id ? "variant with the SKU of another one" : "variant without an SKU";
      tell(what, `${row.where}, handle ${cell(row, "handle")}`, "give every variant an SKU of its own; the others are kept");
      return [];
    }
    seen.add(id);
    const [price, cost] = [cell(row, "variant price"), cell(row, "cost per item")];
    return [{ id, options: Object.fromEntries(options), price, cost, stock: stockOf(row), skus: sku && sku !== id ? [sku] : [] }];
  });
}

/** Only where Shopify counts the stock, and does not sell on without it. */
function stockOf(row: Row): string {
  const sellsOn = ["continue", "true"].includes(cell(row, "policy").toLowerCase());
  return cell(row, "tracker") && !sellsOn ? cell(row, "quantity") : "";
}

/** Named apart from a product's own weight: a parcel's weight makes nothing better. */
function shippingWeight(rows: readonly Row[]): Readonly<Record<string, string>> {
  const grams = new Set(rows.map((row) => parseAmount(cell(row, "grams"))).filter((weight) => weight));
  const [weight] = grams;
  return weight && grams.size === 1 ? { "shipping weight": `${weight} g` } : {};
}

interface Metafields {
  readonly accessories: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Shopify's own metafields by what they mean; all others are facts of the product. */
function readMetafields(row: Row): Metafields {
  const texts: Record<string, string> = {};
  const attributes: [string, string][] = [];
  let accessories: readonly string[] = [];
  for (const [key, raw] of Object.entries(row.cells)) {
    const [, label = "", path = ""] = (key.startsWith("meta ") && META.exec(key.slice(5))) || [];
    const value = parseText(raw);
    if (!path || !value) continue;
    if (path === "reviews.rating") texts["rating"] = /\d+(?:\.\d+)?/.exec(value.replace(/^.*"value":/, ""))?.[0] ?? "";
    else if (path === "reviews.rating_count") texts["reviews"] = value;
    else if (path.endsWith(".complementary_products")) accessories = splitPath(value, ";");
    else if (!path.includes("product_recommendation") && !/search|seo|google|mm-/.test(path))
      attributes.push([label, value.replaceAll(/\s*;\s*/g, ", ")]);
  }
  return { accessories, texts, attributes: Object.fromEntries(attributes) };
}
