import { type Column, bareName, extraColumns } from "../reading/columns.ts";
import type { CatalogueFormat, FormatContext } from "../catalogue/catalogueFormat.ts";
import { ownProduct } from "../catalogue/ownProduct.ts";
import { parseList, parseText } from "../catalogue/parseCells.ts";
import type { RawProduct, Row } from "../catalogue/rawProduct.ts";

const cell = ({ cells }: Row, key: string): string => parseText(cells[key]);

/** The query of the README, columns by the names of the database. */
export const opencartProducts: CatalogueFormat = {
  name: "OpenCart products",
  isWritten(columns) {
    const names = new Set(columns.map(bareName));
    return names.has("productid") && names.has("name") && !names.has("orderid");
  },
  columns: [
    { key: "id", names: ["product_id"], needed: true },
    { key: "name", names: ["name"], needed: true },
    ...["model", "sku", "price", "special", "quantity", "subtract", "status", "image", "manufacturer", "category", "url", "keyword"].map(
      plain,
    ),
    { key: "related", names: ["related"] },
  ],
  also: extraColumns,
  read: (rows, context) => rows.flatMap((row) => readProduct(row, context)),
};

function plain(key: string): Column {
  return { key, names: [key] };
}

function readProduct(row: Row, { tell }: FormatContext): readonly RawProduct[] {
  if (["0", "false"].includes(cell(row, "status"))) {
    tell("product that is not enabled", row.where);
    return [];
  }
  const id = cell(row, "id");
  const own = ownProduct(row, tell);
  const image = cell(row, "image");
  return [
    {
      ...own,
      id,
      name: cell(row, "name"),
      texts: {
        ...own.texts,
        price: known(cell(row, "special")) || cell(row, "price"),
        // A product whose stock is not counted is never sold out.
        stock: cell(row, "subtract") === "0" ? "" : cell(row, "quantity"),
        brand: known(cell(row, "manufacturer")),
        image: image && !/^(?:https?:)?\//.test(image) ? `/image/${image}` : image,
        url: known(cell(row, "url")) || addressOf(id, known(cell(row, "keyword"))),
      },
      categories: parseList(known(cell(row, "category")).replaceAll(">", "|")),
      // The word of a readable address is all that such a shop's header tells of a line.
      skus: ["model", "sku", "keyword"].map((key) => known(cell(row, key))).filter(Boolean),
      accessories: [...own.accessories, ...known(cell(row, "related")).split(/[,|]/).filter(Boolean)],
    },
  ];
}

const addressOf = (id: string, keyword: string): string => (keyword ? `/${keyword}` : `/index.php?route=product/product&product_id=${id}`);

/** phpMyAdmin writes NULL as a word. */
const known = (text: string): string => (text === "NULL" ? "" : text);
