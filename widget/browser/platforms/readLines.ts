import type { Line } from "../../types/cart.ts";
import { isRecord } from "../lib/isRecord.ts";
import { defined } from "./defined.ts";
import { readMoney } from "./readMoney.ts";
import { readText } from "./readText.ts";

/** The lines of a cart or an order as markup writes them, prices as decimals. Those without a product or a whole quantity are left out. */
export function readLines(lines: unknown, currency: string): readonly Line[] {
  return (Array.isArray(lines) ? lines.filter(isRecord) : []).flatMap((line) => {
    const product = readText(line.product);
    const quantity = Number(readText(line.quantity ?? 1));
    if (!product || !Number.isSafeInteger(quantity) || quantity < 1) return [];
    const rest = { variant: readText(line.variant), title: readText(line.title), boundTo: readText(line.boundTo) };
    return [{ key: readText(line.key) ?? product, product, quantity, ...defined({ ...rest, price: readMoney(line.price, currency) }) }];
  });
}
