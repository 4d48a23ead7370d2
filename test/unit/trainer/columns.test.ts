import { expect, test } from "vitest";
import { ORDER_COLUMNS, findColumns } from "../../../widget/trainer/columns.ts";

test.each([
  [["order_id", "item_id"], "order_id", "item_id"],
  [["Order ID", "SKU", "Quantity"], "Order ID", "SKU"],
  [["ORDER", "product_id", "sku"], "ORDER", "product_id"],
  [["sku", "Order-Number"], "Order-Number", "sku"],
])("finds the columns of %j", (found, order, item) => {
  const places = findColumns("f.csv", found, ORDER_COLUMNS);
  expect([places.get("order_id"), places.get("item_id")]).toEqual([order, item]);
});

test("row 156: a missing column names what is needed and what was found", () => {
  expect(() => findColumns("f.csv", ["Bestellnummer", "sku"], ORDER_COLUMNS)).toThrow(
    /f\.csv: needed columns are missing[\s\S]*order_id[\s\S]*Bestellnummer, sku/,
  );
});
