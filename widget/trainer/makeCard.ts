import type { Card } from "../types/model.ts";
import type { ProductKind } from "../types/product.ts";
import { parseAmount } from "./parseAmount.ts";
import { parseAttributes, parseDemands, parseList, parsePrice, parseStock, parseVariants } from "./parseCells.ts";

/** Cells by column key, without blanks around them; empty where the file says nothing. */
export type Row = Readonly<Record<string, string>>;

/** The card of a catalogue row: only what is there. `skip` is told of cells that could not be used. */
export function makeCard(row: Row, currency: string, skip: (why: string) => void): Card {
  const cell = (key: string) => row[key] ?? "";
  const kind = (["service", "partner"] as const).find((one): one is ProductKind & typeof one => one === cell("kind").toLowerCase());
  const per = (["line", "order"] as const).find((one) => one === cell("per").toLowerCase());
  const texts = { url: cell("url"), image: cell("image"), brand: cell("maker") || cell("brand"), by: cell("by"), terms: cell("terms") };
  const lists = {
    categories: cell("category")
      .split("/")
      .map((part) => part.trim())
      .filter(Boolean),
    tags: parseList(cell("tags")),
    excludes: parseList(cell("excludes")),
  };
  const records = {
    attributes: parseAttributes(cell("attributes")),
    fits: parseDemands(cell("fits")),
    requires: parseDemands(cell("requires")),
    oneOf: parseDemands(cell("oneOf")),
  };
  const sums = readSums(row, currency, skip);
  return {
    title: cell("name"),
    ...filled(texts, (text) => text.length > 0),
    ...sums,
    ...filled(lists, (list) => list.length > 0),
    ...filled(records, (record) => Object.keys(record).length > 0),
    ...(parseStock(cell("stock")) === false && { available: false }),
    ...readVariants(cell("variants"), currency, skip),
    ...readRating(cell("rating"), cell("reviews")),
    ...(kind && { kind }),
    ...(per && { per }),
  };
}

function filled<T extends object>(fields: T, isFilled: (value: T[keyof T]) => boolean): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isFilled(value as T[keyof T]))) as Partial<T>;
}

function readSums(row: Row, currency: string, skip: (why: string) => void): Pick<Card, "price" | "above" | "unit"> {
  const own = row["currency"]?.toUpperCase();
  const [priceCell, aboveCell] = [row["price"] ?? "", row["above"] ?? ""];
  const isOther = own !== undefined && own !== "" && own !== currency;
  if (isOther && priceCell) skip("price in another currency");
  const price = isOther ? undefined : parsePrice(priceCell, currency);
  if (price === undefined && priceCell && !isOther) skip("price not a sum");
  const above = isOther ? undefined : parsePrice(aboveCell, currency);
  const [measure, unit] = [row["unit"], isOther ? undefined : parsePrice(row["unit price"] ?? "", currency)];
  return {
    ...(price !== undefined && { price }),
    ...(above !== undefined && { above }),
    ...(measure && unit !== undefined && { unit: [unit, measure] as const }),
  };
}

function readVariants(cell: string, currency: string, skip: (why: string) => void): Pick<Card, "variants"> {
  if (!cell) return {};
  const variants = parseVariants(cell, currency);
  if (!variants) skip("variants not a JSON array");
  return variants?.length ? { variants } : {};
}

function readRating(rating: string, reviews: string): Pick<Card, "rating"> {
  const value = parseAmount(rating);
  return value ? { rating: [value, Math.round(parseAmount(reviews) ?? 0)] } : {};
}
