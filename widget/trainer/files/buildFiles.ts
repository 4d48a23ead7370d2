import { createHash } from "node:crypto";
import { dequantise } from "../../browser/model/dequantise.ts";
import { shardOf } from "../../browser/model/shardOf.ts";
import type { ModelChanges } from "../../types/changes.ts";
import type { Card, Entry, Head, Manifest, Shard, WithRow } from "../../types/model.ts";
import type { ProductId } from "../../types/product.ts";
import { type BuiltModel, leadsTo } from "./buildModel.ts";
import { canGoWith } from "../relations/canGoWith.ts";

/** A build as it is written: the files of its folder by name, and the manifest that points to them. */
export interface ModelFiles {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, string>;
}

export interface FileOptions {
  /** Absent: as many as give about two products each. */
  readonly shards?: number;
  readonly currency: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** A page reads whole shards: the fewer products share one, the less it reads in vain. */
const PRODUCTS_PER_SHARD = 2;
/** Of a product's relations, those that are likely enough to be offered: so many have their cards beside them. */
const MOST_ADD_ONS = 10;
const MOST_ALTERNATIVES = 5;
const BUILD_LETTERS = 12;
/** Stands beside the head where shoppers were heard. */
export const CHANGES = "changes.json";
const MOST_CHANGES = 200;

/** Cuts a model into files. Names and bytes depend on nothing but the model. */
export function buildFiles(model: BuiltModel, { shards: wanted, currency, date }: FileOptions): ModelFiles {
  const shards = wanted ?? Math.max(1, Math.ceil(model.counts.products / PRODUCTS_PER_SHARD));
  const parts = Array.from({ length: shards }, () => ({ keys: [] as string[], aliases: [] as [string, ProductId][] }));
  for (const key of model.entries.keys()) parts[shardOf(key, shards)]?.keys.push(key);
  for (const alias of model.aliases) parts[shardOf(alias[0], shards)]?.aliases.push(alias);
  const files = new Map<string, string>();
  for (const [folder, cards] of [["", model.cards] as const, ...[...model.locales].map(([locale, own]) => [`${locale}/`, own] as const)]) {
    files.set(`${folder}head.json`, JSON.stringify(makeHead(model, cards)));
    for (const [at, { keys, aliases }] of parts.entries())
      files.set(`${folder}${at}.json`, JSON.stringify(makeShard({ ...model, cards }, keys.sort(), aliases)));
  }
  const locales = [...model.locales.keys()];
  const { folded, everywhere } = model.folded;
  const rules = folded ? { rules: { folded, everywhere } } : {};
  const facts = { counts: model.counts, shards, scales: model.scales, ...rules, ...(locales.length && { locales }) };
  // What was moved names its build, so it is hashed without that.
  const pairs = model.feedback?.moved.slice(0, MOST_CHANGES);
  const hash = hashOf(files, JSON.stringify([currency, facts, ...(pairs ? [pairs] : [])]));
  const build = hash.slice(0, BUILD_LETTERS);
  if (pairs) files.set(CHANGES, JSON.stringify({ build, pairs } satisfies ModelChanges));
  return { manifest: { format: 1, build, hash, date, currency, ...facts }, files };
}

/** Over a JSON list of `first` and the files. Piece by piece: the whole of a large model is longer than a text can be. */
function hashOf(files: ModelFiles["files"], first: string): string {
  const hash = createHash("sha256").update(first.slice(0, -1));
  for (const file of files) hash.update(`,${JSON.stringify(file)}`);
  return hash.update("]").digest("hex");
}

function makeHead({ head }: BuiltModel, cards: BuiltModel["cards"]): Head {
  return { ...head, cards: Object.fromEntries(Object.entries(head.cards).map(([id, card]) => [id, cards.get(id) ?? card])) };
}

function makeShard(
  { entries, cards, scales }: BuiltModel,
  keys: readonly string[],
  aliases: readonly (readonly [string, ProductId])[],
): Shard {
  const own = keys.map((key) => [key, entries.get(key) ?? {}] as const);
  const needed = new Set(own.flatMap(([key, entry]) => [key, ...targets(entry, { scales, isFitting: (id) => isAddOn(cards, id, key) })]));
  const kept = [...needed].sort().flatMap((id): (readonly [ProductId, Card])[] => {
    const card = cards.get(id);
    return card ? [[id, card]] : [];
  });
  return {
    entries: Object.fromEntries(own),
    cards: Object.fromEntries(kept),
    ...(aliases.length && { aliases: Object.fromEntries([...aliases].sort(([a], [b]) => (a < b ? -1 : 1))) }),
  };
}

/** The products an entry may lead a shopper to; only these need a card. */
function targets(
  { with: withRows = [], instead = [], best = [], never = [], rules = [] }: Entry,
  { scales, isFitting }: { readonly scales: BuiltModel["scales"]; readonly isFitting: (id: ProductId) => boolean },
): readonly ProductId[] {
  const barred = new Set(never);
  const isNamed = ([, , , mark]: WithRow) => mark === "catalogue";
  const named = withRows.filter((row) => isNamed(row) && !barred.has(row[0]));
  const scoreOf = ([, weight, bias]: WithRow) => dequantise(weight, scales.weight) + dequantise(bias, scales.bias);
  const mined = withRows.filter((row) => !isNamed(row) && row[1] > 0 && isFitting(row[0]) && !barred.has(row[0]));
  const likely = mined.toSorted((a, b) => scoreOf(b) - scoreOf(a)).slice(0, Math.max(0, MOST_ADD_ONS - named.length));
  const better = [...new Set(instead.filter(leadsTo).map(({ id }) => id))].slice(0, MOST_ALTERNATIVES);
  const ruled = rules.flatMap((rule) => [...(rule.with ?? []), ...(rule.instead ?? [])]);
  return [...[...named, ...likely].map(([id]) => id), ...better, ...best, ...ruled];
}

function isAddOn(cards: BuiltModel["cards"], id: ProductId, key: ProductId): boolean {
  const [addOn, product] = [cards.get(id), cards.get(key)];
  return !addOn || !product || canGoWith(addOn, product);
}
