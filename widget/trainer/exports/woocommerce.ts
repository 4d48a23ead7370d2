import { cellOf, digitsOf, type OrderForm } from "../orders/orderForm.ts";
import { decodeEntities } from "../catalogue/decodeEntities.ts";
import type { ExportedLine, ExportedOrder, Fields, ShopSystem } from "./exportKind.ts";
import { inner, list, nameParts, text } from "./fields.ts";
import { WOO_BOOKS, wooSums } from "./wooBooks.ts";
import { readWooProduct, wooProducts } from "./wooProducts.ts";

/** Metadata of an order with what the cart carried into it: order attribution's content of a campaign, beginning with `goeswith:`. */
const MARK = "_wc_order_attribution_utm_content";

/**
 * Order lines as the well-known exporters write them: Advanced Order Export, Customer/Order/Coupon Export ("one row per line item"). WooCommerce itself
 * exports none.
 */
const ORDER_LINES: OrderForm = {
  columns: [
    { key: "order", names: ["order id", "order number", "order no", "order #", "order"], needed: true },
    { key: "time", names: ["order date", "date created", "date", "created at", "date paid", "paid date", "completed date"] },
    {
      key: "customer",
      names: ["email (billing)", "billing email", "customer email", "customer id", "customer user id", "customer user", "email"],
    },
    { key: "status", names: ["order status", "status"] },
    { key: "product", names: ["product id", "item product id", "line item product id", "product id (main)", "parent product id"] },
    { key: "variant", names: ["variation id", "item variation id", "product variation id"] },
    { key: "sku", names: ["sku", "item sku", "product sku", "line item sku"] },
    { key: "name", names: ["item name", "product name", "product name (main)", "line item name", "item title", "name"] },
    { key: "quantity", names: ["quantity", "item quantity", "quantity (- refund)", "line item quantity", "product qty", "qty"] },
    { key: "returned", names: ["item refunded qty", "refunded quantity", "quantity refunded", "qty refunded"] },
    { key: "price", names: ["item cost", "item price", "price", "item total", "order line total", "line item total"] },
    { key: "type", names: ["item type", "line item type", "line type"] },
    { key: "refunded", names: ["order refund amount", "refunded amount", "order refunded total", "refunded total", "amount refunded"] },
    { key: "total", names: ["order total amount", "order total", "total"] },
    { key: "currency", names: ["order currency", "currency"] },
    { key: "mark", names: [MARK, "order attribution utm content", "utm content"] },
  ],
  items: ["product", "variant", "sku", "name"],
  lost: (places) => `(${digitsOf(places, "refunded")} > 0 and ${digitsOf(places, "refunded")} >= ${digitsOf(places, "total")})`,
  returned: (places) => `(${digitsOf(places, "returned")} > 0 and ${digitsOf(places, "returned")} >= ${digitsOf(places, "quantity")})`,
  other: (places) => `lower(${cellOf(places, "type")}) in ('shipping', 'fee', 'tax', 'coupon')`,
};

const ITEM_COLUMNS = ["productid", "itemproductid", "lineitemproductid", "sku", "itemsku", "itemname", "productname", "lineitemname"];
const QUANTITY_COLUMNS = ["quantity", "itemquantity", "quantityrefund", "lineitemquantity", "productqty", "qty"];

/** "Product(s)" and "Order #" in any language. */
const PRODUCTS = /^\p{L}+ ?\(\p{L}+\)$/u;
const ORDER_NUMBER = /#|№|n[r.°º]/i;
const MOST_ANALYTICS_COLUMNS = 14;
/** Products stand behind date, number, status, customer and the customer's type. */
const LEAST_BEFORE = 4;
/** Status, customer, customer's type, products. */
const STATUS_BEFORE = 3;
/** Products, items sold, coupons, net sales. */
const NET_BEHIND = 3;

export const woocommerce: ShopSystem = {
  title: "WooCommerce",
  unpaid: /^(wc-)?pending( payment)?$/i,
  kinds: [
    { kind: "product table", name: "product export", isWritten: (_, names) => wooProducts.isWritten(names), format: wooProducts },
    {
      kind: "order lines",
      name: "order lines of an exporter",
      isWritten: (bare) =>
        [...bare].some((name) => name.startsWith("order")) &&
        ITEM_COLUMNS.some((name) => bare.has(name)) &&
        QUANTITY_COLUMNS.some((name) => bare.has(name)),
      form: ORDER_LINES,
      books: WOO_BOOKS,
    },
    {
      kind: "orders",
      from: "table",
      name: "Analytics orders",
      isWritten: (_, names) =>
        names.length <= MOST_ANALYTICS_COLUMNS &&
        ORDER_NUMBER.test(names[1] ?? "") &&
        names.findIndex((name) => PRODUCTS.test(name)) > LEAST_BEFORE,
      read: readAnalyticsOrder,
    },
    { kind: "orders", from: "json", name: "orders of the REST API", isWritten: (bare) => bare.has("lineitems"), read: readOrder },
    {
      kind: "products",
      name: "products of the Store API or the REST API",
      isWritten: (bare) => (bare.has("prices") || bare.has("regularprice")) && bare.has("permalink"),
      format: wooProducts,
      read: readWooProduct,
    },
  ],
};

/**
 * Of `wc/v3/orders` or `wp wc shop_order list --format=json`. https://developer.woocommerce.com/docs/apis/rest-api/v3/orders/
 */
function readOrder(order: Fields): ExportedOrder {
  const meta = list(order, "meta_data");
  const refunded = list(order, "refunds").reduce((sum, refund) => sum + Math.abs(Number(text(refund, "total"))), 0);
  const isRefunded = refunded > 0 && refunded >= Number(text(order, "total"));
  // WooPayments notes in which mode a payment was made.
  const [mode, mark] = ["_wcpay_mode", MARK].map((key) => meta.find((one) => text(one, "key") === key));
  return {
    order: text(order, "id"),
    time: text(order, "date_created"),
    ...(text(order, "date_created_gmt") && { instant: `${text(order, "date_created_gmt")}Z` }),
    customer: text(inner(order, "billing"), "email") || text(order, "customer_id"),
    status: isRefunded ? "refunded" : text(order, "status"),
    currency: text(order, "currency"),
    isTest: mode !== undefined && text(mode, "value") === "test",
    mark: mark ? text(mark, "value") : "",
    sums: wooSums(order),
    lines: [
      ...list(order, "line_items").map(readLine),
      ...(["shipping", "fee"] as const).flatMap((what) =>
        list(order, `${what}_lines`).map((line) => ({ names: [what], name: "shipping", quantity: "1", price: text(line, "total") })),
      ),
    ],
  };
}

function readLine(line: Fields): ExportedLine {
  const name = decodeEntities(text(line, "name"));
  return {
    names: [text(line, "product_id"), text(line, "variation_id"), text(line, "sku"), ...nameParts(name)],
    name,
    quantity: text(line, "quantity"),
    price: text(line, "price") || text(line, "total"),
    sum: text(line, "total"),
  };
}

/**
 * Analytics → Orders → Download: one row an order, its products in one cell, by name: `2× T-Shirt - Red, 1× Mug`. Columns stand in one order, in the
 * shop's language. plugins/woocommerce/src/Admin/API/Reports/Orders/Controller.php
 */
function readAnalyticsOrder(fields: Fields): ExportedOrder {
  const columns = Object.keys(fields);
  const [time = "", order = ""] = columns;
  const at = columns.findIndex((column) => PRODUCTS.test(column));
  return {
    order: text(fields, order),
    time: text(fields, time),
    customer: "",
    status: text(fields, columns[at - STATUS_BEFORE] ?? ""),
    currency: "",
    isTest: false,
    mark: "",
    sums: { net: text(fields, columns[at + NET_BEHIND] ?? "") },
    lines: text(fields, columns[at] ?? "")
      .split(/,\s+(?=-?\d[\d.,]*×)/)
      .flatMap(readNamed),
  };
}

function readNamed(product: string): readonly ExportedLine[] {
  const [, quantity = "", written = ""] = /^(-?\d[\d.,]*)×\s*(.+)$/s.exec(product.trim()) ?? [];
  const name = decodeEntities(written);
  return name ? [{ names: nameParts(name), name, quantity, price: "" }] : [];
}
