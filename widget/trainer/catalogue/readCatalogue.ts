import type { Card } from "../../types/model.ts";
import type { ProductId } from "../../types/product.ts";
import { lookOver } from "./lookOver.ts";
import { type Notice, createNotices } from "./notices.ts";
import type { RawProduct, Tell } from "./rawProduct.ts";
import { type ProductFile, readProducts } from "./readProducts.ts";
import type { Database } from "../reading/database.ts";
import { currencyOf, makeCard } from "./makeCard.ts";
import { parseAmount } from "../reading/parseAmount.ts";
import { type SumFormat, hasDecimalComma, parseCurrency, parsePrice } from "./parseCells.ts";

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
  /** What it costs the shop, in minor units; decides, and is never written. */
  readonly cost?: number;
  /** Who makes it, where that is not its brand; ranks, and is never written. */
  readonly maker?: string;
}

/** The parts of a card that depend on the language. */
export type LocalCard = Partial<Pick<Card, "title" | "url">>;

export interface Catalogue {
  /** By id, ascending. */
  readonly items: readonly Item[];
  /** Any id the shop uses for a product → its product id; product ids are among them. */
  readonly aliases: ReadonlyMap<string, ProductId>;
  /** Ids of what is sold and is no product. */
  readonly leftOut: ReadonlySet<string>;
  readonly currency: string;
  /** Nobody says the currency, so that it is the usual one. */
  readonly isCurrencyAssumed: boolean;
  /** In lower case, sorted: those that at least one product has a name or an address in. */
  readonly locales: readonly string[];
  readonly rows: number;
  /** What the files were recognised as. */
  readonly formats: readonly string[];
  /** What was left out or ignored. */
  readonly notices: readonly Notice[];
}

export interface CatalogueOptions {
  /** Absent: the one most products are priced in. */
  readonly currency?: string;
  /** `YYYY-MM-DD`: the day prices are asked for. */
  readonly date: string;
}

const DEFAULT_CURRENCY = "EUR";

/** Reads a catalogue out of one or many files; only ids and names are needed. @throws when there is no product in it. */
export async function readCatalogue(
  database: Database,
  files: readonly (string | ProductFile)[],
  { currency, date }: CatalogueOptions,
): Promise<Catalogue> {
  const { tell, list } = createNotices();
  const leftOut = new Set<string>();
  const leaveOut = (ids: readonly string[]) => ids.filter(Boolean).forEach((id) => leftOut.add(id));
  const { products, rows, formats } = await readProducts(database, files, { tell, date, leaveOut });
  const known = pickProducts(products, tell);
  if (!known.length) {
    const [first] = list();
    const names = files.map((file) => (typeof file === "string" ? file : file.file));
    throw new Error(
      `${names.join(", ")}: there is no product in it${first ? `; ${first.times} × ${first.what} (${first.places.join("; ")})` : ""}`,
    );
  }
  const said = currency ?? commonCurrency(known);
  const format = {
    currency: said ?? DEFAULT_CURRENCY,
    comma: hasDecimalComma(known.flatMap(({ texts, variants }) => [texts["price"] ?? "", ...variants.map(({ price }) => price)])),
  };
  const aliases = readAliases(known, tell);
  const items = known.map((product) => makeItem(product, { aliases, format, tell }));
  lookOver(
    items.map(({ card }) => card),
    tell,
  );
  const locales = [...new Set(items.flatMap(({ local }) => [...local.keys()]))].toSorted().toReversed();
  return { items, aliases, leftOut, currency: format.currency, isCurrencyAssumed: !said, locales, rows, formats, notices: list() };
}

/** Those with an id and a name, one for each id, by id. */
function pickProducts(products: readonly RawProduct[], tell: Tell): readonly RawProduct[] {
  const byId = new Map<ProductId, RawProduct>();
  for (const product of products) {
    const { id, name, where } = product;
    const other = byId.get(id);
    if (!id) tell("product without an id", where, "give it the id the shop's cart uses");
    else if (!name) tell("product without a name", `${where}, product ${id}`, "give it the name the shop shows");
    else if (other)
      tell("id given before", `${where}, product ${id}, as in ${other.where}`, "give each product one row, or variants ids of their own");
    else byId.set(id, product);
  }
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, product]) => product);
}

function commonCurrency(products: readonly RawProduct[]): string | undefined {
  const counts = new Map<string, number>();
  for (const product of products) {
    const currency = currencyOf(product);
    if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

function readAliases(products: readonly RawProduct[], tell: Tell): ReadonlyMap<string, ProductId> {
  const aliases = new Map(products.map(({ id }) => [id, id]));
  for (const { id, skus, variants, where, variantsApart } of products) {
    for (const alias of [...skus, ...variants.flatMap((variant) => [...(variantsApart ? [] : [variant.id]), ...variant.skus])]) {
      const other = aliases.get(alias);
      if (other === undefined) aliases.set(alias, id);
      else if (other !== id)
        tell("SKU or variant id of another product", `${where}: ${alias} is product ${other}`, "orders that name it count for that one");
    }
  }
  return aliases;
}

interface ItemContext {
  readonly aliases: ReadonlyMap<string, ProductId>;
  readonly format: SumFormat;
  readonly tell: Tell;
}

function makeItem(product: RawProduct, { aliases, format, tell }: ItemContext): Item {
  const { id, texts, where } = product;
  const related = (named: readonly string[]) => {
    const ids = named.flatMap((other) => {
      const found = aliases.get(other);
      if (found === undefined)
        tell("relation to a product that is not in the catalogue", `${where}, product ${id}: ${other}`, "add it, or take it out");
      return found ?? [];
    });
    return [...new Set(ids)].filter((other) => other !== id);
  };
  const cost =
    (parseCurrency(texts["cost"] ?? "") ?? format.currency) === format.currency ? parsePrice(texts["cost"] ?? "", format) : undefined;
  return {
    id,
    card: makeCard(product, { ...format, tell }),
    local: readLocal(texts),
    accessories: related(product.accessories),
    upgrades: related(product.upgrades),
    never: related(product.never),
    orders: parseAmount(texts["orders"] ?? "") ?? 0,
    ...(cost !== undefined && { cost }),
    ...(texts["maker"] && { maker: texts["maker"] }),
  };
}

/** By locale, in the order of the columns; only what is there. */
function readLocal(texts: RawProduct["texts"]): ReadonlyMap<string, LocalCard> {
  const local = new Map<string, LocalCard>();
  for (const [key, text] of Object.entries(texts)) {
    const [name, locale] = key.split(":");
    if (locale && text) local.set(locale, { ...local.get(locale), [name === "name" ? "title" : "url"]: text });
  }
  return local;
}
