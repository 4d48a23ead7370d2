import { CATALOGUE_COLUMNS, localeColumns } from "../reading/columns.ts";
import { parseList, parseText } from "./parseCells.ts";
import type { CatalogueFormat } from "./catalogueFormat.ts";
import { ownProduct } from "./ownProduct.ts";
import { createCategorySplitter } from "./splitCategories.ts";

/** The trainer's own columns; what every table is that is nothing else. */
export const ownFormat: CatalogueFormat = {
  name: "table",
  isWritten: () => true,
  columns: CATALOGUE_COLUMNS,
  also: localeColumns,
  read(rows, { tell }) {
    const split = createCategorySplitter(rows.map(({ cells }) => parseText(cells["category"])));
    return rows.map((row) => {
      const category = row.cells["category"];
      return { ...ownProduct(row, tell), categories: Array.isArray(category) ? parseList(category) : split(parseText(category)) };
    });
  },
};
