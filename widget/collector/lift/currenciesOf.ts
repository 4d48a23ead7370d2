import type { LiftRows } from "../../types/liftRows.ts";

export interface CurrencyOrders {
  readonly currency: string;
  readonly orders: number;
  readonly costed: number;
}

/** The one with most orders first. */
export function currenciesOf({ money }: Pick<LiftRows, "money">): readonly CurrencyOrders[] {
  const counts = new Map<string, CurrencyOrders>();
  for (const { currency, orders, costed } of money) {
    const known = counts.get(currency) ?? { currency, orders: 0, costed: 0 };
    counts.set(currency, { currency, orders: known.orders + orders, costed: known.costed + costed });
  }
  return [...counts.values()].toSorted((a, b) => b.orders - a.orders || a.currency.localeCompare(b.currency, "en"));
}
