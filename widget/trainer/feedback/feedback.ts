import type { ChangedPair } from "../../types/changes.ts";
import type { FoldedRule } from "../../types/model.ts";
import type { OfferKind } from "../../types/offer.ts";
import type { ProductId } from "../../types/product.ts";
import { EVERYWHERE } from "../../browser/model/everywhere.ts";
import type { Item } from "../catalogue/readCatalogue.ts";
import { putInto } from "../lib/putInto.ts";
import { LEAST_FACTOR } from "./judgePairs.ts";

/** What feedback did to a model. */
export interface FeedbackDone {
  /** Pairs of the model whose weight is another now, the most moved first. */
  readonly moved: readonly ChangedPair[];
  /** Pairs that shoppers say do not fit and that the merchant made: they stay. */
  readonly kept: readonly ChangedPair[];
}

/** What feedback does to the pairs of a product: by the other one. */
export interface Feedback {
  of(kind: OfferKind, product: ProductId): ReadonlyMap<ProductId, ChangedPair> | undefined;
  readonly kept: FeedbackDone["kept"];
}

export interface MerchantsWord {
  readonly items: readonly Pick<Item, "id" | "accessories" | "upgrades">[];
  /** The merchant's rules by where they start. */
  readonly rules: ReadonlyMap<string, readonly FoldedRule[]>;
}

/** Puts verdicts where they are looked up. What the merchant made, by the catalogue or by a rule, is lowered at most. */
export function createFeedback(verdicts: readonly ChangedPair[], { items, rules }: MerchantsWord): Feedback {
  const byId = new Map(items.map((item) => [item.id, item]));
  const isMade = ({ kind, for: id, product }: ChangedPair) => {
    const named = kind === "cross-sell" ? byId.get(id)?.accessories : byId.get(id)?.upgrades;
    const relation = kind === "cross-sell" ? "with" : "instead";
    const starting = [...(rules.get(id) ?? []), ...(rules.get(EVERYWHERE) ?? [])];
    return named?.includes(product) === true || starting.some((rule) => rule[relation]?.includes(product));
  };
  const kept = verdicts.filter((verdict) => verdict.factor === 0 && isMade(verdict));
  const stays = new Set(kept);
  const pairs = new Map<string, [ProductId, ChangedPair][]>();
  for (const verdict of verdicts) {
    const { kind, for: id, product } = verdict;
    putInto(pairs, `${kind} ${id}`, [product, stays.has(verdict) ? { ...verdict, factor: LEAST_FACTOR } : verdict]);
  }
  const told = new Map([...pairs].map(([key, list]) => [key, new Map(list)]));
  return { of: (kind, id) => told.get(`${kind} ${id}`), kept };
}

/** The most moved first: taken out, then by how many times the weight is another; equals by their names. */
export function byMove(a: ChangedPair, b: ChangedPair): number {
  const far = ({ factor }: ChangedPair) => (factor === 0 ? Number.MAX_VALUE : Math.abs(Math.log(factor)));
  const nameOf = (pair: ChangedPair) => JSON.stringify([pair.kind, pair.for, pair.product]);
  return far(b) - far(a) || (nameOf(a) < nameOf(b) ? -1 : 1);
}
