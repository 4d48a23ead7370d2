import type { BookForm, Sums } from "./bookForm.ts";
import type { Fields } from "./exportKind.ts";
import { inner, list, text } from "./fields.ts";

/** What Cost of Goods of SkyVerge notes on an order. */
const COST = "_wc_cog_order_total_cost";

/** As Advanced Order Export and Customer/Order/Coupon Export name them. */
export const WOO_BOOKS: BookForm = {
  columns: [
    { key: "tax", names: ["order total tax amount", "tax total", "order tax total", "total tax", "order tax"] },
    { key: "shipping", names: ["order shipping amount", "shipping total", "order shipping"] },
    { key: "fees", names: ["order total fee", "total fee amount", "fee total"] },
    { key: "cost", names: [COST, "order cost of goods", "cost of goods sold", "order total cost"] },
    { key: "keptPieces", names: ["quantity (- refund)"] },
    { key: "lineSum", names: ["order line total", "item total", "line item total", "line total"] },
  ],
  mend: "add the columns Order Total Amount, Order Total Tax Amount and Order Shipping Amount to the export",
};

/**
 * Of `wc/v3/orders`. Totals of lines are without tax and less discounts.
 * https://developer.woocommerce.com/docs/apis/rest-api/v3/orders/
 */
export function wooSums(order: Fields): Sums {
  const totals = list(order, "line_items").map((line) => text(line, "total"));
  const refunded = list(order, "refunds").reduce((sum, refund) => sum + Math.abs(Number(text(refund, "total"))), 0);
  const noted = list(order, "meta_data").find((one) => text(one, "key") === COST);
  return {
    ...(totals.length > 0 && totals.every(Boolean) && { net: totals.reduce((sum, total) => sum + Number(total), 0).toFixed(4) }),
    total: text(order, "total"),
    tax: text(order, "total_tax"),
    shipping: text(order, "shipping_total"),
    refunded: refunded ? refunded.toFixed(4) : "",
    cost: text(inner(order, "cost_of_goods_sold"), "total_value") || (noted ? text(noted, "value") : ""),
  };
}
