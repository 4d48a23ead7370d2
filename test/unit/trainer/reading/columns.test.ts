import { expect, test } from "vitest";
import { findColumns } from "../../../../widget/trainer/reading/columns.ts";
import { ORDER_COLUMNS } from "../../../../widget/trainer/orders/orderColumns.ts";

test.each([
  [["order_id", "item_id"], "order_id", "item_id"],
  [["Order ID", "SKU", "Quantity"], "Order ID", "SKU"],
  [["ORDER", "product_id", "sku"], "ORDER", "product_id"],
  [["sku", "Order-Number"], "Order-Number", "sku"],
])("finds the columns of %j", (found, order, item) => {
  const places = findColumns("f.csv", found, ORDER_COLUMNS);
  expect([places.get("order"), places.get("item")]).toEqual([order, item]);
});

test("row 156: a missing column names what is needed and what was found", () => {
  expect(() => findColumns("f.csv", ["Vorgang", "sku"], ORDER_COLUMNS)).toThrow(
    /f\.csv: needed columns are missing[\s\S]*order_id[\s\S]*Vorgang, sku/,
  );
});
