import type { BookForm, Sums } from "./bookForm.ts";
import type { Fields } from "./exportKind.ts";
import { list, text } from "./fields.ts";

/** Sums of Orders → Export; whether goods and shipping are with tax depends on the shop. */
export const SHOPIFY_BOOKS: BookForm = {
  columns: [
    { key: "goods", names: ["subtotal"] },
    { key: "tax", names: ["taxes"] },
    { key: "shipping", names: ["shipping"] },
    { key: "lineDiscount", names: ["lineitem discount"] },
  ],
  mend: "export the orders anew by Orders → Export, with all columns",
};

/** https://matrixify.app/documentation/orders/ */
export const MATRIXIFY_BOOKS: BookForm = {
  columns: [
    { key: "goods", names: ["price: subtotal"] },
    { key: "tax", names: ["tax: total"] },
    { key: "shipping", names: ["price: total shipping"] },
    { key: "lineSum", names: ["line: total"] },
    { key: "lineDiscount", names: ["line: discount"] },
  ],
  mend: "export the sheet Orders with the columns Price: Total, Price: Subtotal, Tax: Total and Price: Total Shipping",
};

/** https://shopify.dev/docs/api/admin-rest/latest/resources/order; refunds are told by their transactions, or by their lines alone. */
export function shopifySums(order: Fields): Sums {
  const back = list(order, "refunds")
    .flatMap((refund) => list(refund, "transactions"))
    .filter((one) => text(one, "kind") === "refund" && text(one, "status") !== "failure");
  return {
    goods: text(order, "subtotal_price"),
    total: text(order, "total_price"),
    tax: text(order, "total_tax"),
    shipping: sumOf(list(order, "shipping_lines").map((line) => text(line, "discounted_price") || text(line, "price"))),
    ...(back.length > 0 && { refunded: sumOf(back.map((one) => text(one, "amount"))) }),
  };
}

/** What was taken off a line, its part of what was taken off the order too. */
export const shopifyDiscount = (line: Fields): string => sumOf(list(line, "discount_allocations").map((one) => text(one, "amount")));

const sumOf = (amounts: readonly string[]): string => amounts.reduce((sum, amount) => sum + Number(amount), 0).toFixed(4);
