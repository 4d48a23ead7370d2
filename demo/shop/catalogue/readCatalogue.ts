import { DuckDBInstance } from "@duckdb/node-api";
import { aStoreProduct } from "../../stores/storeProduct.ts";
import type { Demand, StoreProduct, StoreVariant } from "../../stores/storeProduct.ts";

type Row = Readonly<Record<string, string | null>>;

/** Pieces left where the catalogue says "true" or nothing. */
const PLENTY = 99;

/** Reads a catalogue CSV (gzipped or not); only `item_id` and `name` are needed. Prices without a currency are in `currency`. */
export async function readCatalogue(file: string, currency: string): Promise<readonly StoreProduct[]> {
  const instance = await DuckDBInstance.create();
  try {
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll(
      "select * from read_csv($file, header = true, all_varchar = true, strict_mode = false, quote = '\"', escape = '\"')",
      {
        file,
      },
    );
    return reader.getRowObjects().map((row) => productOf(row as Row, currency));
  } finally {
    instance.closeSync();
  }
}

function productOf(row: Row, storeCurrency: string): StoreProduct {
  const text = (name: string): string | undefined => row[name]?.trim() || undefined;
  const list = (name: string): readonly string[] => split(text(name), "|");
  const price = numberOf(text("price"));
  const above = numberOf(text("above"));
  const value = numberOf(text("rating"));
  const [unitPrice, unit] = [numberOf(text("unit_price")), text("unit")];
  const optional = {
    brand: text("brand"),
    description: text("description"),
    image: text("image"),
    url: text("url"),
    by: text("by"),
    terms: text("terms"),
    category: text("category"),
  };
  const kind = text("kind");
  const per = text("per");
  return aStoreProduct({
    id: text("item_id") ?? "",
    titles: titlesOf(row),
    title: text("name") ?? text("item_id") ?? "",
    currency: text("currency") ?? storeCurrency,
    stock: stockOf(text("stock")),
    tags: list("tags"),
    attributes: Object.fromEntries(pairsOf(text("attributes"))),
    variants: variantsOf(text("variants")),
    skus: list("sku"),
    kind: kind === "service" || kind === "partner" ? kind : "goods",
    excludes: list("excludes"),
    fits: demandOf(text("fits")),
    requires: demandOf(text("requires")),
    oneOf: demandOf(text("oneOf")),
    accessories: list("accessories"),
    upgrades: list("upgrades"),
    never: list("never"),
    ...(price !== undefined && { price }),
    ...(above !== undefined && { above }),
    ...(unit && unitPrice !== undefined && { unit: { price: Math.round(unitPrice * 100), per: unit } }),
    ...(value !== undefined && { rating: { value, count: numberOf(text("reviews")) ?? 0 } }),
    ...((per === "line" || per === "order") && { per }),
    ...present(optional),
  });
}

/** Columns such as `name:de`. */
function titlesOf(row: Row): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, text]) => {
      const lang = /^name:([\w-]+)$/.exec(column)?.[1];
      return lang && text?.trim() ? [[lang, text.trim()]] : [];
    }),
  );
}

function present<T extends Readonly<Record<string, string | undefined>>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: string };
}

const split = (text: string | undefined, mark: string): readonly string[] =>
  text
    ?.split(mark)
    .map((part) => part.trim())
    .filter(Boolean) ?? [];

function pairsOf(text: string | undefined): readonly (readonly [name: string, value: string])[] {
  return split(text, ";").flatMap((pair) => {
    const at = pair.indexOf("=");
    return at > 0 ? [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const] : [];
  });
}

const demandOf = (text: string | undefined): Demand =>
  Object.fromEntries(pairsOf(text).map(([name, values]) => [name, split(values, "|")]));

function numberOf(text: string | undefined): number | undefined {
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

function stockOf(text: string | undefined): number {
  if (text === "false") return 0;
  return numberOf(text) ?? PLENTY;
}

/** A variants column that is not the JSON it should be counts as empty. */
function variantsOf(text: string | undefined): readonly StoreVariant[] {
  try {
    const parsed = JSON.parse(text ?? "[]") as readonly StoreVariant[];
    return parsed.map(({ price, ...variant }) => ({ ...variant, ...(price !== undefined && { price: Math.round(price * 100) }) }));
  } catch {
    return [];
  }
}
