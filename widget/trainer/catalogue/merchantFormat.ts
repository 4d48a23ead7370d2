import { bareName, extraColumns } from "../reading/columns.ts";
import { measure } from "../lib/measure.ts";
import { parseAmount } from "../reading/parseAmount.ts";
import { parseText } from "./parseCells.ts";
import type { CatalogueFormat, FormatContext } from "./catalogueFormat.ts";
import { commonName } from "./commonName.ts";
import { groupRows } from "../lib/groupRows.ts";
import { parseDetails } from "./merchantCells.ts";
import { ownProduct } from "./ownProduct.ts";
import type { RawProduct, RawVariant, Row, Tell } from "./rawProduct.ts";
import { splitPath } from "./splitCategories.ts";
import { withVariants } from "./withVariants.ts";

/** Fields by which the products of a group may differ. */
const OPTIONS = ["color", "size", "material", "pattern", "gender", "age_group"];
/** Fields that are facts of a product. */
const FACTS = [...OPTIONS, "energy_efficiency_class", "product_weight", "product_length", "product_width", "product_height"];
const FIELDS = [
  ...["id", "title", "link", "image_link", "availability", "price", "sale_price", "sale_price_effective_date", "brand", "item_group_id"],
  ...[
    "google_product_category",
    "product_type",
    "unit_pricing_measure",
    "unit_pricing_base_measure",
    "cost_of_goods_sold",
    "product_detail",
  ],
];
/** Besides an id and a title a feed has at least two of these. */
const SIGNS = [
  ...[
    "imagelink",
    "availability",
    "googleproductcategory",
    "producttype",
    "itemgroupid",
    "gtin",
    "condition",
    "saleprice",
    "costofgoodssold",
  ],
];

/** Google Merchant feeds, as tables or XML. */
export const merchantFormat: CatalogueFormat = {
  name: "Google Merchant feed",
  isWritten(columns) {
    const names = new Set(columns.map(bareName));
    return names.has("id") && names.has("title") && !names.has("itemid") && SIGNS.filter((sign) => names.has(sign)).length >= 2;
  },
  columns: [...FIELDS, ...FACTS].map((key) => ({ key, names: [key], ...((key === "id" || key === "title") && { needed: true as const }) })),
  also: extraColumns,
  read(rows, { tell, date }) {
    const single = rows.filter((row) => !groupOf(row)).map((row) => readItem(row, date, tell));
    const groups = groupRows(
      rows.filter((row) => groupOf(row)),
      groupOf,
    );
    return [...single, ...[...groups].map(([id, group]) => readGroup(id, group, { date, tell }))];
  },
};

const cell = ({ cells }: Row, key: string): string => parseText(cells[key]);
/** Shopify's own feeds write the ids of product and variant into one. */
const shopifyIds = (row: Row): readonly string[] => /^shopify_[A-Z]{2}_(\d+)_(\d+)$/i.exec(cell(row, "id"))?.slice(1) ?? [];
const groupOf = (row: Row): string => cell(row, "item_group_id") || (shopifyIds(row)[0] ?? "");
const idOf = (row: Row): string => shopifyIds(row)[1] ?? cell(row, "id");

function readGroup(group: string, rows: readonly [Row, ...Row[]], { date, tell }: FormatContext): RawProduct {
  const [head, ...others] = rows.map((row) => readItem(row, date, tell)) as [RawProduct, ...RawProduct[]];
  const products = [head, ...others];
  const differing = OPTIONS.filter((key) => new Set(rows.map((row) => cell(row, key))).size > 1);
  const shared = Object.entries(head.attributes).filter(([name, value]) => products.every(({ attributes }) => attributes[name] === value));
  const variants = rows.flatMap((row, at): RawVariant[] => {
    const id = idOf(row);
    const { price = "", stock = "", cost = "" } = products[at]?.texts ?? {};
    const options = differing.flatMap((key) => (cell(row, key) ? [[key, cell(row, key)] as const] : []));
    if (!id) tell("variant without id", row.where, "give every item of a group its own id");
    return id
      ? [{ id, options: Object.fromEntries(options), price, stock, cost, skus: id === cell(row, "id") ? [] : [cell(row, "id")] }]
      : [];
  });
  const name = commonName(products.map((product) => product.name));
  return withVariants({ ...head, id: group, name, attributes: Object.fromEntries(shared) }, variants);
}

function readItem(row: Row, date: string, tell: Tell): RawProduct {
  const own = ownProduct(row, tell);
  const details = row.cells["details"] ?? parseDetails(cell(row, "product_detail"));
  const facts = FACTS.flatMap((key) =>
    cell(row, key) ? [[key.replace(/^product_/, "").replaceAll("_", " "), cell(row, key)] as const] : [],
  );
  const texts = {
    ...own.texts,
    url: cell(row, "link"),
    image: cell(row, "image_link"),
    brand: cell(row, "brand"),
    stock: cell(row, "availability"),
    price: isOnSale(row, date) ? cell(row, "sale_price") : cell(row, "price"),
    cost: cell(row, "cost_of_goods_sold") || (own.texts["cost"] ?? ""),
    ...unitPrice(row, isOnSale(row, date) ? cell(row, "sale_price") : cell(row, "price")),
  };
  return {
    ...own,
    id: idOf(row),
    name: cell(row, "title"),
    texts,
    categories: splitPath(cell(row, "product_type") || cell(row, "google_product_category")),
    attributes: { ...own.attributes, ...(details as RawProduct["attributes"]), ...Object.fromEntries(facts) },
  };
}

function isOnSale(row: Row, date: string): boolean {
  const [from = "", to = ""] = cell(row, "sale_price_effective_date").split("/");
  return cell(row, "sale_price") !== "" && (!from || from.slice(0, 10) <= date) && (!to || to.slice(0, 10) >= date);
}

/** What is shown where a feed names no base: kilogrammes and litres. */
const BASES = new Map([
  ["g", "1 kg"],
  ["ml", "1 l"],
  ["mm", "1 m"],
]);

function unitPrice(row: Row, price: string): Readonly<Record<string, string>> {
  const content = measure(cell(row, "unit_pricing_measure"));
  const per = cell(row, "unit_pricing_base_measure") || (BASES.get(content?.unit ?? "") ?? "");
  const [base, amount] = [measure(per), parseAmount(price)];
  if (!content?.value || !base || amount === undefined || content.unit !== base.unit) return {};
  return { unit: per, "unit price": String((amount * base.value) / content.value) };
}
