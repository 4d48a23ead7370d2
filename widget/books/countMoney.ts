import type { Sums } from "../trainer/exports/bookForm.ts";
import { parsePrice, type SumFormat } from "../trainer/catalogue/parseCells.ts";

/** Of an order, in minor units. */
export interface Money {
  /** Goods without tax, shipping and discounts, before refunds. */
  readonly net: number;
  /** Of `net`; absent where the export does not tell. */
  readonly refunded?: number;
  /** Of all goods. Shops that know no costs export nought. */
  readonly cost?: number;
  /** What all lines make, in the measure of the lines, where that is known. */
  readonly goods?: number;
}

export type Counted = { readonly ok: true; readonly money: Money } | { readonly ok: false; readonly fault: string };

type Known = Readonly<Partial<Record<keyof Sums, number>>>;

/** What an order's sums come to, or what is wrong with them. */
export function countMoney(sums: Sums, format: SumFormat): Counted {
  const known: Partial<Record<keyof Sums, number>> = {};
  for (const [key, text] of Object.entries(sums) as [keyof Sums, string][]) {
    if (text.trim() === "") continue;
    const sum = parseSum(key, text, format);
    if (sum === undefined) return { ok: false, fault: `${key} is no sum: ${text.slice(0, 30)}` };
    known[key] = sum;
  }
  const net = netOf(known);
  if (net === undefined) return { ok: false, fault: "there is neither net nor total" };
  if (net < 0) return { ok: false, fault: "tax, shipping and discounts are more than the total" };
  const { goods, cost } = known;
  const refunded = refundedOf(known, net);
  return {
    ok: true,
    money: { net, ...(refunded !== undefined && { refunded }), ...(cost && { cost }), ...(goods !== undefined && { goods }) },
  };
}

/** Minor units no order comes to. */
const MOST = 1e12;

/** Refunds and discounts are written with a minus by some. */
function parseSum(key: keyof Sums, text: string, format: SumFormat): number | undefined {
  if (/\de[+-]?\d/i.test(text)) return undefined;
  const sum = parsePrice(key === "refunded" || key === "discount" ? text.trim().replace(/^[-−]/, "") : text, format);
  return sum !== undefined && sum <= MOST ? sum : undefined;
}

function netOf({ net, goods, total, tax = 0, shipping = 0, fees = 0, discount = 0 }: Known): number | undefined {
  if (net !== undefined) return net;
  if (goods === undefined) return total === undefined ? undefined : total - tax - shipping - fees - discount;
  const all = goods + shipping + fees;
  // Shops show prices with tax or without: the total says which, being the sum of what it is made of.
  const isTaxed = total !== undefined && all > 0 && Math.abs(all - total) < Math.abs(all + tax - total);
  return Math.round(isTaxed ? goods - (tax * goods) / all : goods) - discount;
}

/** Goods are given back before shipping is: more than the goods is never lost. */
function refundedOf({ refunded, total, tax = 0 }: Known, net: number): number | undefined {
  if (refunded === undefined) return undefined;
  const untaxed = total !== undefined && total > 0 ? (total - tax) / total : 1;
  return Math.min(net, Math.round(refunded * untaxed));
}
