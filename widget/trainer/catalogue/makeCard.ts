import type { Card, CardVariant } from "../../types/model.ts";
import type { ProductKind } from "../../types/product.ts";
import type { RawProduct, Tell } from "./rawProduct.ts";
import { parseAmount } from "../reading/parseAmount.ts";
import { type SumFormat, parseCurrency, parsePrice, parseStock } from "./parseCells.ts";

export interface CardContext extends SumFormat {
  readonly tell: Tell;
}

/** The card of a product: only what is there, and never its cost. */
export function makeCard(product: RawProduct, context: CardContext): Card {
  const cell = (key: string) => product.texts[key] ?? "";
  const kind = (["service", "partner"] as const).find((one): one is ProductKind & typeof one => one === cell("kind").toLowerCase());
  const per = (["line", "order"] as const).find((one) => one === cell("per").toLowerCase());
  const texts = { url: cell("url"), image: cell("image"), brand: cell("brand") || cell("maker"), by: cell("by"), terms: cell("terms") };
  const lists = { categories: product.categories, tags: product.tags, excludes: product.excludes };
  const records = { attributes: product.attributes, fits: product.fits, requires: product.requires, oneOf: product.oneOf };
  return {
    title: product.name,
    ...filled(texts, (text) => text.length > 0),
    ...readSums(product, context),
    ...filled(lists, (list) => list.length > 0),
    ...filled(records, (record) => Object.keys(record).length > 0),
    ...(parseStock(cell("stock")) === false && { available: false }),
    ...readVariants(product, context),
    ...readRating(cell("rating"), cell("reviews")),
    ...(kind && { kind }),
    ...(per && { per }),
  };
}

function filled<T extends object>(fields: T, isFilled: (value: T[keyof T]) => boolean): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isFilled(value as T[keyof T]))) as Partial<T>;
}

/** The currency a product's sums are in; `undefined` where it does not say. */
export function currencyOf({ texts }: RawProduct): string | undefined {
  const own = texts["currency"]?.toUpperCase();
  return own || parseCurrency(texts["price"] ?? "");
}

function readSums(product: RawProduct, { tell, ...format }: CardContext): Pick<Card, "price" | "above" | "unit"> {
  const [cell, own] = [product.texts["price"] ?? "", currencyOf(product)];
  const where = `${product.where}, product ${product.id}`;
  if (own !== undefined && own !== format.currency) {
    if (cell)
      tell(
        "price in another currency",
        where,
        `${own} where the model is in ${format.currency}; give one currency, or train one model for each`,
      );
    return {};
  }
  const price = parsePrice(cell, format);
  if (price === undefined && cell) tell("price not a sum", `${where}: ${JSON.stringify(cell)}`, "write it as in 12.90");
  const above = parsePrice(product.texts["above"] ?? "", format);
  const [measure, unit] = [product.texts["unit"], parsePrice(product.texts["unit price"] ?? "", format)];
  return {
    ...(price !== undefined && { price }),
    ...(above !== undefined && { above }),
    ...(measure && unit !== undefined && { unit: [unit, measure] as const }),
  };
}

function readVariants({ variants }: RawProduct, format: SumFormat): Pick<Card, "variants"> {
  const list = variants.map(({ id, options, price: cell, stock }): CardVariant => {
    const currency = parseCurrency(cell);
    const price = currency === undefined || currency === format.currency ? parsePrice(cell, format) : undefined;
    return { id, options, ...(price !== undefined && { price }), ...(parseStock(stock) === false && { available: false as const }) };
  });
  return list.length ? { variants: list } : {};
}

function readRating(rating: string, reviews: string): Pick<Card, "rating"> {
  const value = parseAmount(rating);
  return value ? { rating: [value, Math.round(parseAmount(reviews) ?? 0)] } : {};
}
