import type { Cart, LineKey } from "../../../types/cart.ts";
import { defined } from "../../lib/defined.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { fromDecimal } from "../../lib/money.ts";
import { decodeText } from "../shop/decodeText.ts";
import { readPrice } from "../shop/readPrice.ts";
import { currencyOf } from "./theShop.ts";

/** As CartPresenter.php presents a line. Numbers are written as texts here and there, and any may be missing. */
export interface RawLine {
  readonly id_product?: number | string;
  readonly id_product_attribute?: number | string | null;
  readonly id_customization?: number | string | null;
  readonly quantity?: number | string;
  /** With or without taxes, as the shop shows it. */
  readonly price_amount?: number | string;
  /** The same, written. */
  readonly price?: string;
  readonly name?: string;
  /** Value by name; a text in the first ones of 1.7. */
  readonly attributes?: unknown;
}

/**
 * The lines of a presented cart; `undefined` for what is no whole one, as themes write other things into `prestashop.cart`. PHP writes a list
 * with gaps as an object.
 */
export function rawLines(cart: unknown): readonly RawLine[] | undefined {
  const products = isRecord(cart) ? cart["products"] : undefined;
  return typeof products === "object" && products ? (Object.values(products).filter(isRecord) as RawLine[]) : undefined;
}

/** PrestaShop's lines have no key but what is in them. */
export const keyOf = (product: unknown, attribute: unknown, customization: unknown): LineKey =>
  [product, attribute, customization].map((id) => Number(id) || 0).join("-");

export const lineKey = (line: RawLine): LineKey => keyOf(line.id_product, line.id_product_attribute, line.id_customization);

/** Pieces in the line of that key. */
export const piecesIn = (cart: unknown, key: LineKey): number =>
  Number(rawLines(cart)?.find((line) => lineKey(line) === key)?.quantity ?? 0);

/** Prices are those the shop shows, with or without taxes, in the page's currency. */
export function toCart(cart: unknown): Cart {
  const currency = currencyOf();
  const goods = (cart as { readonly subtotals?: { readonly products?: { readonly amount?: unknown } } }).subtotals?.products?.amount;
  const lines = (rawLines(cart) ?? []).map((line) => {
    const { id_product, id_product_attribute, quantity, price_amount, price, name = "", attributes } = line;
    return defined({
      key: lineKey(line),
      product: `${id_product ?? ""}`,
      variant: Number(id_product_attribute) ? `${id_product_attribute}` : undefined,
      quantity: Number(quantity),
      price: fromDecimal(price_amount, currency) ?? readPrice(price, currency),
      title: decodeText(name),
      options: isRecord(attributes) ? optionsOf(attributes) : undefined,
    });
  });
  return defined({ currency, lines, total: fromDecimal(goods, currency) });
}

const optionsOf = (attributes: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value).trim()]));
