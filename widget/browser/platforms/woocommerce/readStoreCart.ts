import type { Cart, Line } from "../../../types/cart.ts";
import type { Money } from "../../../types/money.ts";
import { defined } from "../../lib/defined.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { fromDecimal } from "../../lib/money.ts";
import { plainText } from "./plainText.ts";
import type { StoreCart, StoreItem, StorePrices } from "./storeAnswers.ts";

/** The cart in an answer, or in what an answer says of a conflict; `undefined` where it holds none. */
export function cartIn(body: unknown): StoreCart | undefined {
  if (!isRecord(body)) return undefined;
  if (Array.isArray(body["items"])) return body as object as StoreCart;
  return isRecord(body["data"]) ? cartIn(body["data"]["cart"]) : undefined;
}

/** The shop's cart in our words: prices as the cart shows them, with or without tax. */
export function readStoreCart({ items, totals = {} }: StoreCart): Cart {
  const lines = items.map(readItem);
  return defined({ currency: totals.currency_code ?? "", lines, total: goodsTotal(totals, lines) });
}

function readItem({ key, id, quantity, name, variation = [], prices }: StoreItem): Line {
  const options = Object.fromEntries(variation.map(({ attribute, value }) => [plainText(attribute), plainText(value)]));
  return defined({
    key,
    product: `${id}`,
    quantity,
    price: readAmount(prices),
    title: plainText(name),
    options: variation[0] && options,
  });
}

/** Of one piece, in the minor units of the currency, however many digits the shop shows. */
export function readAmount(prices: StorePrices | undefined, amount: string | undefined = prices?.price): Money | undefined {
  const { currency_code: currency, currency_minor_unit: digits } = prices ?? {};
  return currency && amount ? fromDecimal(`${amount}e-${digits ?? 0}`, currency) : undefined;
}

/** The goods' sum is told without tax; with it where the lines' prices have it in them. */
function goodsTotal(totals: NonNullable<StoreCart["totals"]>, lines: readonly Line[]): Money | undefined {
  const net = readAmount(totals, totals.total_items);
  const tax = readAmount(totals, totals.total_items_tax)?.minor ?? 0;
  let shown = 0;
  for (const { price, quantity } of lines) shown += (price?.minor ?? 0) * quantity;
  return net && shown - net.minor > tax / 2 ? { ...net, minor: net.minor + tax } : net;
}
