import { NAMES_APART, type OrderForm, RETURNED } from "../orders/orderForm.ts";
import type { ExportedOrder } from "./exportKind.ts";

/** How the orders of any export are written down to be read as order lines. */
export const EXPORTED_ORDERS: OrderForm = {
  columns: [
    ...["order", "time", "customer", "test"].map((key) => ({ key, names: [key] })),
    ...["item", "name", "quantity", "price", "status"].map((key) => ({ key, names: [`items.${key}`] })),
  ],
  items: ["item"],
  isOurs: true,
};

/** An order as one line of JSON. Every field is there, as the first lines tell which there are. */
export function writeOrder({ order, time, customer, status, isTest, lines }: ExportedOrder): string {
  const items = lines.map(({ names, name, quantity, price, isLost }) => {
    const known = names.map((one) => one.trim()).filter((one) => one && one !== "0");
    return { item: [...new Set(known)].join(NAMES_APART), name, quantity, price, status: isLost ? RETURNED : status || "paid" };
  });
  return `${JSON.stringify({ order, time, customer, test: isTest, items })}\n`;
}
