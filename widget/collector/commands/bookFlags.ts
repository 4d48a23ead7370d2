/** Flags of every command that reads the shop's own orders. */
export const BOOK_FLAGS = {
  from: { type: "string" },
  currency: { type: "string" },
  "plain-http": { type: "boolean", default: false },
} as const;

/** Their part of a command's help. */
export const BOOK_USAGE = `  --from SYSTEM     whose exports they are: woocommerce, shopify, prestashop or opencart. Without it: CSV, Parquet or JSON with the columns
                    order, time, currency, net (or total, tax, shipping, discount), refunded, cancelled, cost, customer, mark, status, test,
                    and of each line product, sku, quantity, returned, line_net
  --currency CODE   of orders that say none
  --plain-http      the shop's pages are http, where browsers hash order ids in another way`;

interface BookValues {
  readonly from?: string | undefined;
  readonly currency?: string | undefined;
  readonly "plain-http": boolean;
}

export interface BookChoice {
  readonly from: string | undefined;
  readonly currency: string | undefined;
  readonly isPlainHttp: boolean;
}

/** @throws Error for what is no currency. */
export function toBookChoice({ from, currency, "plain-http": isPlainHttp }: BookValues): BookChoice {
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) throw new Error(`--currency ${currency}: three capital letters are needed`);
  return { from, currency, isPlainHttp };
}
