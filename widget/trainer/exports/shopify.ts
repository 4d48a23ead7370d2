import { cellOf, digitsOf, type OrderForm, type Places } from "../orders/orderForm.ts";
import type { ExportedLine, ExportedOrder, Fields, ShopSystem } from "./exportKind.ts";
import { inner, list, nameParts, text, texts } from "./fields.ts";
import { MATRIXIFY_BOOKS, SHOPIFY_BOOKS, shopifyDiscount, shopifySums } from "./shopifyBooks.ts";
import { readShopifyProduct, shopifyProducts } from "./shopifyProducts.ts";

/** The payment method of trials: https://help.shopify.com/en/manual/checkout-settings/test-orders */
const isTrial = (places: Places): string =>
  `(contains(lower(${cellOf(places, "payment")}), 'bogus') or regexp_matches(lower(${cellOf(places, "tags")}), '(^|,)\\s*test( order)?\\s*(,|$)'))`;

const isRefunded = (places: Places): string =>
  `(${digitsOf(places, "refunded")} > 0 and ${digitsOf(places, "refunded")} >= ${digitsOf(places, "total")})`;

/**
 * Orders → Export: one row a line; what is the order's stands in its first row only. Products have no ids there, so that SKUs and names must be those
 * of the catalogue. What the cart carried into the order, its attributes `__goeswith_…`, is in "Note Attributes". https://help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders
 */
const ORDERS: OrderForm = {
  columns: [
    { key: "order", names: ["name"], needed: true },
    { key: "time", names: ["created at", "paid at"] },
    { key: "customer", names: ["email"] },
    { key: "status", names: ["financial status"] },
    { key: "cancelled", names: ["cancelled at"] },
    { key: "sku", names: ["lineitem sku"] },
    { key: "name", names: ["lineitem name"], needed: true },
    { key: "quantity", names: ["lineitem quantity"] },
    { key: "price", names: ["lineitem price"] },
    { key: "payment", names: ["payment method"] },
    { key: "tags", names: ["tags"] },
    { key: "refunded", names: ["refunded amount"] },
    { key: "total", names: ["total"] },
    { key: "currency", names: ["currency"] },
    { key: "mark", names: ["note attributes"] },
  ],
  items: ["sku", "name"],
  lost: isRefunded,
  test: isTrial,
};

/** The orders sheet of Matrixify as CSV: rows of many types, of which one is the line. https://matrixify.app/documentation/orders/ */
const MATRIXIFY_ORDERS: OrderForm = {
  columns: [
    { key: "order", names: ["name"], needed: true },
    { key: "time", names: ["created at", "processed at"] },
    { key: "customer", names: ["email", "customer: email", "customer: id"] },
    { key: "status", names: ["payment: status"] },
    { key: "cancelled", names: ["cancelled at"] },
    { key: "product", names: ["line: product id"] },
    { key: "variant", names: ["line: variant id"] },
    { key: "sku", names: ["line: sku"] },
    { key: "name", names: ["line: name", "line: title"] },
    { key: "quantity", names: ["line: quantity"] },
    { key: "price", names: ["line: price"] },
    { key: "type", names: ["line: type"], needed: true },
    { key: "gift", names: ["line: gift card"] },
    { key: "tags", names: ["tags"] },
    { key: "refunded", names: ["price: total refund"] },
    { key: "total", names: ["price: total"] },
    { key: "currency", names: ["currency"] },
    { key: "mark", names: ["additional details"] },
  ],
  items: ["product", "variant", "sku", "name"],
  lost: isRefunded,
  test: isTrial,
  other: (places) => `(lower(${cellOf(places, "type")}) <> 'line item' or lower(${cellOf(places, "gift")}) = 'true')`,
};

export const shopify: ShopSystem = {
  title: "Shopify",
  kinds: [
    {
      kind: "order lines",
      name: "orders export",
      isWritten: (bare) => bare.has("name") && bare.has("lineitemname"),
      form: ORDERS,
      books: SHOPIFY_BOOKS,
    },
    {
      kind: "order lines",
      name: "Matrixify orders",
      isWritten: (bare) => bare.has("linetype"),
      form: MATRIXIFY_ORDERS,
      books: MATRIXIFY_BOOKS,
    },
    {
      kind: "orders",
      from: "json",
      name: "orders.json of the Admin API",
      isWritten: (bare) => bare.has("lineitems") && bare.has("financialstatus"),
      read: readOrder,
    },
    {
      kind: "products",
      name: "products.json",
      isWritten: (bare) => bare.has("handle") && bare.has("variants"),
      format: shopifyProducts,
      read: readShopifyProduct,
    },
    { kind: "product table", name: "products export", isWritten: (_, names) => shopifyProducts.isWritten(names), format: shopifyProducts },
  ],
};

/** https://shopify.dev/docs/api/admin-rest/latest/resources/order; what the cart carried into the order is in `note_attributes`. */
function readOrder(order: Fields): ExportedOrder {
  const returned = new Map<string, number>();
  for (const line of list(order, "refunds").flatMap((refund) => list(refund, "refund_line_items"))) {
    const id = text(line, "line_item_id");
    returned.set(id, (returned.get(id) ?? 0) + Number(text(line, "quantity")));
  }
  return {
    order: text(order, "name") || text(order, "id"),
    time: text(order, "created_at"),
    customer: text(order, "email") || text(inner(order, "customer"), "id"),
    status: text(order, "cancelled_at") ? "cancelled" : text(order, "financial_status"),
    currency: text(order, "currency"),
    isTest: text(order, "test") === "true" || texts(order, "payment_gateway_names").some((name) => /bogus/i.test(name)),
    mark: JSON.stringify(list(order, "note_attributes").filter((one) => text(one, "name").startsWith("__goeswith_"))),
    sums: shopifySums(order),
    lines: [
      ...list(order, "line_items").map((line) => readLine(line, returned.get(text(line, "id")) ?? 0)),
      ...list(order, "shipping_lines").map((line) => ({
        names: ["shipping"],
        name: "shipping",
        quantity: "1",
        price: text(line, "price"),
      })),
    ],
  };
}

function readLine(line: Fields, returned: number): ExportedLine {
  const name = text(line, "name") || text(line, "title");
  return {
    names: [text(line, "product_id"), text(line, "variant_id"), text(line, "sku"), ...nameParts(name)],
    name: text(line, "gift_card") === "true" ? "gift card" : name,
    quantity: text(line, "quantity"),
    price: text(line, "price"),
    discount: shopifyDiscount(line),
    returned: String(returned),
    isLost: returned > 0 && returned >= Number(text(line, "quantity")),
  };
}
