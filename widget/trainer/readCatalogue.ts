import type { Card } from "../types/model.ts";
import type { ProductId } from "../types/product.ts";
import { CATALOGUE_COLUMNS, localeColumns } from "./columns.ts";
import type { Database } from "./database.ts";
import { type BadRow, loadTable } from "./loadTable.ts";
import { type Row, makeCard } from "./makeCard.ts";
import { parseAmount } from "./parseAmount.ts";
import { parseList } from "./parseCells.ts";

/** A product of the catalogue with what the model files say about it and what only the trainer knows. */
export interface Item {
  readonly id: ProductId;
  readonly card: Card;
  /** What it is called and where its page is in other languages. */
  readonly local: ReadonlyMap<string, LocalCard>;
  /** The merchant's own relations, by product id. */
  readonly accessories: readonly ProductId[];
  readonly upgrades: readonly ProductId[];
  readonly never: readonly ProductId[];
  /** As the catalogue says; ranks, and is never written. */
  readonly orders: number;
}

/** The parts of a card that depend on the language. */
export type LocalCard = Partial<Pick<Card, "title" | "url">>;

export interface Catalogue {
  /** By id, ascending. */
  readonly items: readonly Item[];
  /** Any id the shop uses for a product → its product id; product ids are among them. */
  readonly aliases: ReadonlyMap<string, ProductId>;
  readonly currency: string;
  /** In lower case, sorted: those that at least one product has a name or an address in. */
  readonly locales: readonly string[];
  readonly rows: number;
  /** What was left out or ignored, and how often. */
  readonly skipped: ReadonlyMap<string, number>;
  readonly bad: readonly BadRow[];
}

const DEFAULT_CURRENCY = "EUR";

/** Reads a catalogue; only its ids and names are needed. Columns it does not know (costs, say) are not even looked at. */
export async function readCatalogue(database: Database, file: string, currency?: string): Promise<Catalogue> {
  const bad = await loadTable({ database, file, table: "catalogue", wanted: CATALOGUE_COLUMNS, also: localeColumns });
  const keys = (await database.rows("describe catalogue")).map(([name]) => String(name));
  // Sorted by everything, so that of two rows with one id the same one wins whatever their order.
  const rows: Row[] = [];
  await database.each("select * from catalogue order by all", (cells) => {
    rows.push(Object.fromEntries(keys.map((key, at) => [key, String(cells[at] ?? "").trim()])));
  });
  return makeCatalogue(rows, bad, currency ?? commonCurrency(rows));
}

function commonCurrency(rows: readonly Row[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const currency = row["currency"]?.toUpperCase();
    if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? DEFAULT_CURRENCY;
}

function makeCatalogue(rows: readonly Row[], bad: readonly BadRow[], currency: string): Catalogue {
  const skipped = new Map<string, number>();
  const skip = (why: string) => void skipped.set(why, (skipped.get(why) ?? 0) + 1);
  const byId = new Map<ProductId, Row>();
  for (const row of rows) {
    const id = row["item_id"];
    if (!id || !row["name"]) skip("row without id or name");
    else if (byId.has(id)) skip("id given before");
    else byId.set(id, row);
  }
  const known = [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, row]) => ({ id, row, card: makeCard(row, currency, skip) }));
  const aliases = new Map(known.map(({ id }) => [id, id]));
  for (const { id, row, card } of known) {
    for (const alias of [...parseList(row["sku"] ?? ""), ...(card.variants ?? []).map((variant) => variant.id)]) {
      if (!aliases.has(alias)) aliases.set(alias, id);
      else if (aliases.get(alias) !== id) skip("SKU or variant id of another product");
    }
  }
  const related = (id: ProductId, cell: string | undefined) => {
    const named = parseList(cell ?? "").flatMap((other) => {
      const product = aliases.get(other);
      if (product === undefined) skip("relation to a product that is not in the catalogue");
      return product ?? [];
    });
    return [...new Set(named)].filter((other) => other !== id);
  };
  const items = known.map(({ id, row, card }) => ({
    id,
    card,
    local: readLocal(row),
    accessories: related(id, row["accessories"]),
    upgrades: related(id, row["upgrades"]),
    never: related(id, row["never"]),
    orders: parseAmount(row["orders"] ?? "") ?? 0,
  }));
  const locales = [...new Set(items.flatMap(({ local }) => [...local.keys()]))].toSorted().toReversed();
  return { items, aliases, currency, locales, rows: rows.length, skipped, bad };
}

/** By locale, in the order of the columns; only what is there. */
function readLocal(row: Row): ReadonlyMap<string, LocalCard> {
  const local = new Map<string, LocalCard>();
  for (const [key, text] of Object.entries(row)) {
    const [name, locale] = key.split(":");
    if (locale && text) local.set(locale, { ...local.get(locale), [name === "name" ? "title" : "url"]: text });
  }
  return local;
}
