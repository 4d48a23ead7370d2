import { cellOf, digitsOf, type OrderForm } from "../orders/orderForm.ts";
import { bareName } from "../reading/columns.ts";
import type { BookForm } from "./bookForm.ts";
import type { ShopSystem } from "./exportKind.ts";
import { prestaCombinations, prestaList, prestaProducts } from "./prestaProducts.ts";

/** Cancelled, refunded, payment error: the numbers a shop is installed with (PS_OS_… in install-dev/data/xml/configuration.xml). */
const LOST_STATES = ["6", "7", "8"];

/** The query of the README in the SQL manager: `orders` joined with `order_detail`, columns by the names of the database. */
const ORDER_LINES: OrderForm = {
  columns: [
    { key: "order", names: ["id_order", "reference"], needed: true },
    { key: "time", names: ["date_add", "invoice_date"] },
    { key: "customer", names: ["id_customer", "email"] },
    { key: "status", names: ["order_state", "osname", "state", "status"] },
    { key: "state", names: ["current_state", "id_order_state"] },
    { key: "product", names: ["product_id", "id_product"] },
    { key: "sku", names: ["product_reference"] },
    { key: "name", names: ["product_name"] },
    { key: "quantity", names: ["product_quantity"] },
    { key: "refunded", names: ["product_quantity_refunded"] },
    { key: "returned", names: ["product_quantity_return"] },
    { key: "price", names: ["unit_price_tax_incl", "product_price"] },
    { key: "currency", names: ["currency", "iso_code"] },
  ],
  items: ["product", "sku", "name"],
  // A state that has a name is judged by it.
  lost: (places) =>
    places.has("status") ? "false" : `trim(${cellOf(places, "state")}) in (${LOST_STATES.map((state) => `'${state}'`).join(", ")})`,
  returned(places) {
    const [quantity, refunded, returned] = ["quantity", "refunded", "returned"].map((key) => digitsOf(places, key));
    return `(${quantity} > 0 and greatest(coalesce(${refunded}, 0), coalesce(${returned}, 0)) >= ${quantity})`;
  },
};

/** Sums of the query of the README, all of them without tax. */
const BOOKS: BookForm = {
  columns: [
    { key: "total", names: ["total_paid_tax_excl"] },
    { key: "shipping", names: ["total_shipping_tax_excl"] },
    { key: "fees", names: ["total_wrapping_tax_excl"] },
    { key: "lineSum", names: ["total_price_tax_excl"] },
    { key: "refundedPieces", names: ["product_quantity_refunded"] },
    { key: "lineRefund", names: ["total_refunded_tax_excl"] },
    { key: "lineCost", names: ["original_wholesale_price", "purchase_supplier_price"] },
  ],
  states: { 6: "cancelled", 7: "refunded", 8: "failed" },
  mend: "export the order lines by the query of the README for imports, which has total_paid_tax_excl and total_shipping_tax_excl",
};

/** The second column of the order list, in the language of the back office. */
const REFERENCE = /^(?:ref|rif|indeks|артикул)/;

export const prestashop: ShopSystem = {
  title: "PrestaShop",
  kinds: [
    {
      kind: "order lines",
      name: "order lines of the SQL manager",
      isWritten: (bare) => bare.has("idorder") && ["productid", "idproduct", "productreference"].some((name) => bare.has(name)),
      form: ORDER_LINES,
      books: BOOKS,
    },
    {
      kind: "useless",
      name: "order list",
      isWritten: (bare, [, second = ""]) => bare.has("idorder") || (bare.has("id") && REFERENCE.test(bareName(second))),
      mend: "the order list of the back office names no products: export the order lines by the SQL manager, as the README says",
    },
    {
      kind: "product table",
      name: "combinations of the SQL manager",
      isWritten: (_, names) => prestaCombinations.isWritten(names),
      format: prestaCombinations,
    },
    {
      kind: "product table",
      name: "products of the SQL manager",
      isWritten: (_, names) => prestaProducts.isWritten(names),
      format: prestaProducts,
    },
    { kind: "product table", name: "product list", isWritten: (_, names) => prestaList.isWritten(names), format: prestaList },
  ],
};
