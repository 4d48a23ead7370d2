/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import { countPairs } from "../../widget/trainer/mining/countPairs.ts";
import type { History } from "../../widget/trainer/mining/history.ts";
import type { Orders } from "../../widget/trainer/orders/readBaskets.ts";
import { weighOrders } from "../../widget/trainer/mining/weighOrders.ts";

/** Orders out of lists of product numbers, as if these stood in order of popularity; the products are p0, p1, … */
export function ordersOf(lists: readonly (readonly number[])[], products: number, days?: readonly number[]): Orders {
  const sorted = lists.map((list) => [...list].sort((a, b) => a - b));
  const counts = new Int32Array(products);
  for (const list of sorted) for (const product of list) counts[product]!++;
  let end = 0;
  const starts = Int32Array.from([0, ...sorted.map((list) => (end += list.length))]);
  const ids = Array.from({ length: products }, (_, at) => `p${at}`);
  return { ids, counts, starts, items: Int32Array.from(sorted.flat()), ...(days && { days: Int32Array.from(days) }) };
}

/** What is counted of such orders. */
export function aHistory(
  lists: readonly (readonly number[])[],
  products: number,
  { days, halfLife = 0 }: { readonly days?: readonly number[]; readonly halfLife?: number } = {},
): History {
  const orders = ordersOf(lists, products, days);
  return countPairs(orders, weighOrders(orders, halfLife));
}
