import { cellOf, type OrderForm } from "../orders/orderForm.ts";
import type { BookForm } from "./bookForm.ts";
import type { ShopSystem } from "./exportKind.ts";
import { opencartProducts } from "./opencartProducts.ts";

/**
 * Not finished (0), cancelled, denied, failed, refunded, reversed, charged back, expired, voided: the numbers a shop is installed with
 * (install/opencart.sql, order_status). Statuses of the shop's own are judged by their names.
 */
const LOST_STATES = ["0", "7", "8", "10", "11", "12", "13", "14", "16"];

/** The query of the README: `oc_order` joined with `oc_order_product`, columns by the names of the database. */
const ORDER_LINES: OrderForm = {
  columns: [
    { key: "order", names: ["order_id"], needed: true },
    { key: "time", names: ["date_added"] },
    { key: "customer", names: ["customer_id", "email"] },
    { key: "status", names: ["status", "order_status"] },
    { key: "state", names: ["order_status_id"] },
    { key: "product", names: ["product_id"], needed: true },
    { key: "sku", names: ["model", "sku"] },
    { key: "name", names: ["name", "product_name"] },
    { key: "quantity", names: ["quantity"] },
    { key: "price", names: ["price"] },
    { key: "currency", names: ["currency_code"] },
  ],
  items: ["product", "sku", "name"],
  lost: (places) => `trim(${cellOf(places, "state")}) in (${LOST_STATES.map((state) => `'${state}'`).join(", ")})`,
};

/** Sums of the query of the README. OpenCart keeps them in the shop's own currency, whatever the order was paid in. */
const BOOKS: BookForm = {
  columns: [
    { key: "net", names: ["net"] },
    { key: "rate", names: ["currency_value"] },
    { key: "lineSum", names: ["line_total"] },
  ],
  states: Object.fromEntries(LOST_STATES.map((state) => [state, ["11", "12", "13"].includes(state) ? "refunded" : "cancelled"])),
  mend: "export the order lines by the query of the README for imports, which has net and currency_value",
};

export const opencart: ShopSystem = {
  title: "OpenCart",
  kinds: [
    {
      kind: "order lines",
      name: "order lines",
      isWritten: (bare) => bare.has("orderid") && bare.has("productid"),
      form: ORDER_LINES,
      books: BOOKS,
    },
    { kind: "product table", name: "products", isWritten: (_, names) => opencartProducts.isWritten(names), format: opencartProducts },
    {
      kind: "useless",
      name: "order list",
      isWritten: (bare) => bare.has("orderid"),
      mend: "there are no products in it: export the order lines by the query of the README",
    },
  ],
};
