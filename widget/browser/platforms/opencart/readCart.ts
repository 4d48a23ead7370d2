import type { Cart, Line } from "../../../types/cart.ts";
import type { Money } from "../../../types/money.ts";
import type { Attributes, ProductId } from "../../../types/product.ts";
import { defined } from "../../lib/defined.ts";
import { readPrice } from "../shop/readPrice.ts";
import { type CartRow, findRows } from "./findRows.ts";

/**
 * The cart as the theme draws it in the header, with the prices that the shopper sees, taxes as the shop shows them. What a line costs is told,
 * what one piece costs follows where it can be divided exactly.
 */
export function readCart(root: ParentNode, currency: string, productOf: (address: string) => ProductId): Cart {
  const lines: Line[] = [];
  let minor: number | undefined = 0;
  for (const row of findRows(root)) {
    const { quantity, total } = countOf(row, currency);
    minor = total && minor !== undefined ? minor + total.minor : undefined;
    const price = total && total.minor % quantity === 0 ? { minor: total.minor / quantity, currency } : undefined;
    const product = productOf(row.link.getAttribute("href")!);
    lines.push(defined({ key: row.key, product, quantity, price, title: textOf(row.link), options: optionsOf(row.element) }));
  }
  return defined({ currency, lines, total: minor === undefined ? undefined : { minor, currency } });
}

/** "x 2" stands in an element of its own, and what the line costs in the next one. */
function countOf({ element }: CartRow, currency: string): { readonly quantity: number; readonly total?: Money | undefined } {
  for (const one of element.querySelectorAll("*")) {
    const [, count] = /^[x×]\s*(\d+)$/i.exec(one.textContent.trim()) ?? [];
    if (count) return { quantity: Number(count) || 1, total: readPrice(one.nextElementSibling?.textContent, currency) };
  }
  return { quantity: Number(element.querySelector('input[name^="quantity"]')?.getAttribute("value")) || 1 };
}

/**
 * What was chosen: "- Name: Value" in OpenCart 4, "- Name Value" in 3, where the first space is taken for the end of the name. The first of a
 * list of them is always the model (common/cart.twig of 4.1).
 */
function optionsOf(row: Element): Attributes | undefined {
  const options: Record<string, string> = {};
  for (const small of row.querySelectorAll("small")) {
    if (small.parentElement!.matches("li:first-child")) continue;
    const text = textOf(small).replace(/^-\s*/, "");
    const [, name, value] = /^(.+?): (.+)$/.exec(text) ?? /^(\S+) (.+)$/.exec(text) ?? [];
    if (name && value) options[name] = options[name] ? `${options[name]}, ${value}` : value;
  }
  return Object.keys(options).length ? options : undefined;
}

const textOf = (element: Element) => element.textContent.trim().replace(/\s+/g, " ");
