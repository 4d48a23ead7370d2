import type { Card, Entry, Head, InsteadRow, WithRow } from "../../types/model.ts";
import type { ProductId } from "../../types/product.ts";
import type { ChangedPair } from "../../types/changes.ts";
import { type FeedbackDone, byMove, createFeedback } from "../feedback/feedback.ts";
import { weighAlternatives } from "../feedback/weighAlternatives.ts";
import { type AlternativeOptions, findAlternatives } from "../alternatives/findAlternatives.ts";
import type { Better } from "../alternatives/directions.ts";
import { type Folded, foldRules } from "../rules/foldRules.ts";
import type { Profit } from "../profit/profit.ts";
import type { Band } from "../alternatives/rank.ts";
import { type WeightOptions, type Weights, mineWeights } from "../relations/mineWeights.ts";
import type { Catalogue } from "../catalogue/readCatalogue.ts";
import type { History } from "../mining/history.ts";
import type { TopRows } from "../mining/topRows.ts";
import { type Universe, createUniverse } from "../relations/universe.ts";
import type { WrittenRule } from "../rules/writtenRule.ts";
import { putInto } from "../lib/putInto.ts";

/** The whole model, before it is cut into files. */
export interface BuiltModel {
  /** By product id, `category:NAME`, or `rules:*`. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly cards: ReadonlyMap<ProductId, Card>;
  readonly aliases: ReadonlyMap<string, ProductId>;
  /** Languages that cards have other names or addresses in, and the cards in them. */
  readonly locales: ReadonlyMap<string, BuiltModel["cards"]>;
  readonly head: Head;
  readonly scales: Weights["scales"];
  readonly counts: { readonly orders: number; readonly products: number };
  /** What became of the merchant's rules. */
  readonly folded: Folded;
  /** What shoppers moved; absent: they were not heard. */
  readonly feedback?: FeedbackDone;
}

export interface BuildOptions extends WeightOptions {
  readonly band: Band;
  /** What the merchant says of attributes. */
  readonly better?: Better;
  /** The merchant's rules. */
  readonly written?: readonly WrittenRule[];
  /** What shoppers made of pairs. */
  readonly verdicts?: readonly ChangedPair[];
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** Products in the head: more than any cart holds lines of, so that ten are always left. */
const HEAD = 60;
const BEST_OF_CATEGORY = 12;

/** What the order history shows: its counts, and the weights mined out of them. */
export interface Mined {
  readonly history: History;
  readonly rows: TopRows;
}

/** Puts all relations together. Pure: the same history and catalogue always give the same model. */
export function buildModel({ history, rows: mined }: Mined, options: BuildOptions, catalogue?: Catalogue): BuiltModel {
  const universe = createUniverse(history, catalogue);
  const best = bestByCategory(universe);
  const aliases = new Map([...(catalogue?.aliases ?? [])].filter(([alias, id]) => alias !== id));
  const folded = foldRules(options.written ?? [], { items: universe.items, aliases, best, date: options.date });
  const feedback = options.verdicts && createFeedback(options.verdicts, { items: universe.items, rules: folded.byKey });
  const weights = mineWeights(universe, history, { mined, options, ...(feedback && { feedback }) });
  const found = catalogue
    ? findAlternatives(catalogue.items, alternativeOptions(universe, options))
    : new Map<ProductId, readonly InsteadRow[]>();
  const { instead, moved } = weighAlternatives(found, feedback);
  const withRows = new Map(universe.items.map(({ id }, i) => [id, writeRows(universe, weights, i)]));
  const never = findNever(universe, withRows, instead);
  const entries = new Map<string, Entry>();
  for (const { id } of universe.items) {
    const rows = { with: withRows.get(id) ?? [], instead: instead.get(id) ?? [], never: [...(never.get(id) ?? [])].sort() };
    entries.set(id, Object.fromEntries(Object.entries(rows).filter(([, list]) => list.length)));
  }
  for (const [category, ids] of best) entries.set(`category:${category}`, { best: ids });
  for (const [key, rules] of folded.byKey) entries.set(key, { ...entries.get(key), rules });
  return {
    entries,
    cards: new Map(universe.items.map(({ id, card }) => [id, card])),
    locales: new Map(catalogue?.locales.map((locale) => [locale, localCards(universe, locale)])),
    aliases,
    folded,
    ...(feedback && { feedback: { moved: [...weights.moved, ...moved].sort(byMove), kept: feedback.kept } }),
    head: makeHead(universe, weights, options.profit),
    scales: weights.scales,
    counts: { orders: history.orders, products: universe.items.length },
  };
}

function alternativeOptions({ orders }: Universe, { band, better, profit }: BuildOptions): AlternativeOptions {
  return { band, orders, ...(better && { better }), ...(profit && { earnsMore: profit.earnsMore }) };
}

/** A card in a locale has what its language says where the locale itself says nothing, and else stays as it is. */
function localCards({ items }: Universe, locale: string): BuiltModel["cards"] {
  const [language = ""] = locale.split("-");
  return new Map(items.map(({ id, card, local }) => [id, { ...card, ...local.get(language), ...local.get(locale) }]));
}

function writeRows({ items }: Universe, { rows, biases }: Weights, i: number): readonly WithRow[] {
  return (rows[i] ?? []).flatMap(({ j, byte, share, origin }): readonly WithRow[] => {
    const [item, bias] = [items[j], biases[j]];
    if (!item || bias === undefined) return [];
    if (origin === "catalogue") return [[item.id, byte, bias, origin]];
    if (origin) return [[item.id, byte, bias, 0, origin]];
    return [share ? [item.id, byte, bias, share] : [item.id, byte, bias]];
  });
}

/** The merchant's own, in both directions, and add-ons that the product itself is the better alternative of. */
function findNever(
  universe: Universe,
  withRows: ReadonlyMap<ProductId, readonly WithRow[]>,
  instead: ReadonlyMap<ProductId, readonly InsteadRow[]>,
) {
  const never = new Map<ProductId, Set<ProductId>>();
  const forbid = (id: ProductId, other: ProductId) => void never.set(id, (never.get(id) ?? new Set()).add(other));
  for (const item of universe.items) {
    for (const other of item.never) {
      forbid(item.id, other);
      forbid(other, item.id);
    }
  }
  for (const [cheaper, rows] of instead) {
    for (const { id } of rows.filter(leadsTo)) {
      if (id !== cheaper && withRows.get(id)?.some(([other, weight]) => other === cheaper && weight > 0)) forbid(id, cheaper);
    }
  }
  return never;
}

/** Whether a row may become an offer, so that its product needs a card. */
export function leadsTo({ catalogue, differences }: InsteadRow): boolean {
  return catalogue === true || differences.some(({ better }) => better);
}

function bestByCategory({ items }: Universe): ReadonlyMap<string, readonly ProductId[]> {
  const best = new Map<string, ProductId[]>();
  for (const { id, card } of items) {
    const category = card.categories?.at(-1);
    if (category === undefined || card.available === false) continue;
    if ((best.get(category)?.length ?? 0) < BEST_OF_CATEGORY) putInto(best, category, id);
  }
  return best;
}

function makeHead({ items }: Universe, { biases }: Weights, profit: Profit | undefined): Head {
  const all = items.flatMap((item, at) =>
    profit?.pays(item) === false ? [] : { id: item.id, card: item.card, at, bias: biases[at] ?? 0 },
  );
  const best = all.sort((a, b) => b.bias - a.bias || a.at - b.at).slice(0, HEAD);
  return { best: best.map(({ id, bias }) => [id, bias]), cards: Object.fromEntries(best.map(({ id, card }) => [id, card])) };
}
