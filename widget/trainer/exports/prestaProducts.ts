import { type Column, bareName, extraColumns } from "../reading/columns.ts";
import type { CatalogueFormat, FormatContext } from "../catalogue/catalogueFormat.ts";
import { ownProduct } from "../catalogue/ownProduct.ts";
import { parseText } from "../catalogue/parseCells.ts";
import type { RawProduct, RawVariant, Row } from "../catalogue/rawProduct.ts";
import { withVariants } from "../catalogue/withVariants.ts";
import { groupRows } from "../lib/groupRows.ts";
import { parseAmount } from "../reading/parseAmount.ts";

const cell = ({ cells }: Row, key: string): string => parseText(cells[key]);

/** The query of the README for products in the SQL manager, columns by the names of the database. */
export const prestaProducts: CatalogueFormat = {
  name: "PrestaShop products",
  isWritten: (columns) => hasAll(columns, "idproduct", "name"),
  columns: [
    { key: "id", names: ["id_product"], needed: true },
    { key: "name", names: ["name"], needed: true },
    ...["reference", "price", "rate", "active", "visibility", "quantity", "category", "manufacturer", "url"].map(plain),
    { key: "cost", names: ["wholesale_price", "cost"] },
    { key: "outOfStock", names: ["out_of_stock"] },
    { key: "image", names: ["id_image", "image"] },
  ],
  also: extraColumns,
  read: readProducts,
};

/** The query for combinations, one row for each option of each. */
export const prestaCombinations: CatalogueFormat = {
  name: "PrestaShop combinations",
  isWritten: (columns) => hasAll(columns, "idproduct", "idproductattribute", "optionvalue"),
  columns: [
    { key: "id", names: ["id_product"], needed: true },
    { key: "variant", names: ["id_product_attribute"], needed: true },
    ...["option_name", "option_value", "reference", "quantity"].map(plain),
    { key: "impact", names: ["price"] },
  ],
  read: readProducts,
};

/** The columns of the product list, in their order; their names are in the language of the back office. */
const LISTED = ["id", "image", "name", "reference", "category", "price without tax", "price", "quantity"];

/** Catalogue → Products → Export (ProductController::exportAction), of which prices with tax count. */
export const prestaList: CatalogueFormat = {
  name: "PrestaShop product list",
  isWritten: (columns) =>
    columns.length >= LISTED.length && columns.length <= LISTED.length + 3 && ["productid", "id"].includes(bareName(columns[0] ?? "")),
  columns: [],
  also: (found) => [...LISTED.map((key, at): Column => ({ key, names: [found[at] ?? ""], needed: true })), ...extraColumns(found)],
  read: readProducts,
};

function plain(key: string): Column {
  return { key, names: [key] };
}

function hasAll(columns: readonly string[], ...names: readonly string[]): boolean {
  const bare = new Set(columns.map(bareName));
  return names.every((name) => bare.has(name));
}

function readProducts(rows: readonly Row[], context: FormatContext): readonly RawProduct[] {
  const combinations = groupRows(
    rows.filter((row) => cell(row, "variant")),
    (row) => cell(row, "id"),
  );
  const products = rows.filter((row) => !cell(row, "variant"));
  const known = new Set(products.map((row) => cell(row, "id")));
  for (const [id, [row]] of combinations)
    if (!known.has(id)) context.tell("combination whose product is missing", `${row.where}, product ${id}`, "export all products, too");
  return products.flatMap((row) => readProduct(row, combinations.get(cell(row, "id")) ?? [], context));
}

function readProduct(row: Row, combinations: readonly Row[], { tell }: FormatContext): readonly RawProduct[] {
  const hidden = cell(row, "visibility") === "none" ? "product hidden from the shop" : undefined;
  const left = cell(row, "active") === "0" ? "product that is not active" : hidden;
  if (left) {
    tell(left, row.where);
    return [];
  }
  const id = cell(row, "id");
  const own = ownProduct(row, tell);
  const image = cell(row, "image");
  const price = withTax(cell(row, "price"), cell(row, "rate"));
  const product: RawProduct = {
    ...own,
    id,
    name: cell(row, "name"),
    texts: {
      ...own.texts,
      price,
      // Nought is what nobody filled in.
      ...(Number(cell(row, "cost")) === 0 && { cost: "" }),
      stock: stockOf(row, row),
      brand: cell(row, "manufacturer"),
      image: /^\d+$/.test(image) ? imageOf(image) : image,
      url: cell(row, "url") || `/index.php?id_product=${id}&controller=product`,
    },
    categories: cell(row, "category") ? [cell(row, "category")] : [],
    skus: [cell(row, "reference")].filter(Boolean),
    variantsApart: true,
  };
  return [withVariants(product, readVariants(row, combinations, price))];
}

/** A combination costs so much more or less than its product, without tax. */
function readVariants(product: Row, combinations: readonly Row[], price: string): readonly RawVariant[] {
  const [shown, kept] = [parseAmount(price), parseAmount(cell(product, "price without tax") || cell(product, "price"))];
  const groups = groupRows(combinations, (row) => cell(row, "variant"));
  return [...groups].map(([id, options]) => {
    const [first] = options;
    const impact = Number(cell(first, "impact") || "0");
    const own = impact && shown !== undefined && kept ? (shown + (impact * shown) / kept).toFixed(2) : price;
    return {
      id,
      options: Object.fromEntries(options.map((row) => [cell(row, "option_name"), cell(row, "option_value")])),
      price: own,
      cost: "",
      stock: stockOf(product, first),
      skus: [cell(first, "reference")].filter(Boolean),
    };
  });
}

/** Where there is none, 0 refuses orders, 1 takes them, and 2 is as the shop is set, which is to refuse unless it was changed. */
const stockOf = (product: Row, row: Row): string => (cell(product, "outOfStock") === "1" ? "" : cell(row, "quantity"));

/** A shop keeps prices without tax and shows them with it. */
function withTax(price: string, rate: string): string {
  const [amount, percent] = [parseAmount(price), parseAmount(rate)];
  return amount !== undefined && percent ? (amount * (1 + percent / 100)).toFixed(2) : price;
}

/** Pictures lie in folders by the digits of their numbers: Image::getImgFolderStatic in classes/Image.php */
const imageOf = (id: string): string => `/img/p/${id.split("").join("/")}/${id}-home_default.jpg`;
