import type { OrderLine } from "./generateOrders.ts";

/** The orders as CSV text. No value needs quoting. */
export function writeOrders(lines: readonly OrderLine[]): string {
  const rows = lines.map(({ order, item, at, quantity, price }) => `${order},${item},${at},${quantity},${price.toFixed(2)}`);
  return ["order_id,item_id,timestamp,quantity,price", ...rows].join("\n") + "\n";
}
