import type { Rule, RuleFrom, RuleTarget } from "./config.ts";
import type { Difference } from "./offer.ts";
import type { Attributes, Demands, ProductId, ProductKind, VariantId } from "./product.ts";

/** `manifest.json`: the only file that changes in place. */
export interface Manifest {
  readonly format: 1;
  /** Name of the folder that holds this build's files. */
  readonly build: string;
  /** Of all files of the build, so that two builds can be compared. */
  readonly hash: string;
  /** `YYYY-MM-DD` of training. */
  readonly date: string;
  /** Currency of every price in the cards. */
  readonly currency: string;
  readonly counts: { readonly orders: number; readonly products: number };
  /** Locales whose names and addresses the catalogue has, "de-at" before "de": their shards stand in folders of that name inside the build's. */
  readonly locales?: readonly string[];
  /** The merchant's rules that the shards carry; absent: none. */
  readonly rules?: {
    readonly folded: number;
    /** Of them those in the entry `rules:*`, which start at every product. */
    readonly everywhere: number;
  };
  /** How many shards the build has. */
  readonly shards: number;
  /** A byte `q` stands for sign(q) · (q / 127)² · scale. */
  readonly scales: { readonly weight: number; readonly bias: number };
}

/** A product as the model files write it: a `Product` whose money is in minor units of the manifest's currency. */
export interface Card {
  readonly title: string;
  readonly url?: string;
  readonly image?: string;
  readonly price?: number;
  /** Present and `false`: sold out when the model was made. */
  readonly available?: false;
  readonly categories?: readonly string[];
  readonly brand?: string;
  readonly tags?: readonly string[];
  readonly attributes?: Attributes;
  readonly variants?: readonly CardVariant[];
  /** Value out of 5, count. */
  readonly rating?: readonly [number, number];
  readonly kind?: ProductKind;
  readonly terms?: string;
  /** Price of a measure, the measure. */
  readonly unit?: readonly [number, string];
  readonly per?: "line" | "order";
  readonly excludes?: readonly ProductId[];
  readonly by?: string;
  readonly above?: number;
  readonly fits?: Demands;
  readonly requires?: Demands;
  readonly oneOf?: Demands;
}

export interface CardVariant {
  readonly id: VariantId;
  readonly options: Attributes;
  readonly price?: number;
  readonly available?: false;
}

/**
 * One relation of the kind `with`: product, weight byte, bias byte, and the share of orders in per cent, rounded to 5,
 * where it is at least 5. Weight 0 with the mark `"catalogue"` is a relation the catalogue names (`accessories`). Last, where orders show
 * nothing yet, what the relation was learnt from.
 */
export type WithRow = readonly [id: ProductId, weight: number, bias: number, share?: number | "catalogue", origin?: GuessedFrom];

/** The `fits` column, names ("case for Aster 9"), products that are alike, or the rest of the category. */
export type GuessedFrom = "attributes" | "names" | "alike" | "category";

/** One premium alternative: product, rank score 1 to 127, and in what it differs. `variant` where it is a variant of the same product. */
export interface InsteadRow {
  readonly id: ProductId;
  readonly variant?: VariantId;
  /** The variant it replaces, where only one variant is meant. */
  readonly of?: VariantId;
  readonly score: number;
  /** The catalogue names it (`upgrades`). */
  readonly catalogue?: true;
  /** Empty: nothing is known to be better; the row ranks, and has no card unless the catalogue names it. */
  readonly differences: readonly Difference[];
}

/** A merchant's rule as it stands at a product where it starts: its targets are products of the catalogue, categories written out. */
export interface FoldedRule extends Pick<Rule, "text" | "since" | "until" | "when">, Pick<RuleFrom, "attribute"> {
  /** Its place among all rules, from 0. The same rule has the same place, and the same targets, wherever it stands. */
  readonly at: number;
  readonly with?: readonly ProductId[];
  readonly instead?: readonly ProductId[];
  readonly never?: readonly RuleTarget[];
}

export interface Entry {
  readonly with?: readonly WithRow[];
  readonly instead?: readonly InsteadRow[];
  /** Products it is never offered with. */
  readonly never?: readonly ProductId[];
  /** The merchant's rules that start here, in the merchant's order. */
  readonly rules?: readonly FoldedRule[];
  /** Entries named `category:NAME` only: its best-known products, best first. */
  readonly best?: readonly ProductId[];
}

/** `<build>/<shard>.json`: the entries whose key hashes to this shard, and the cards of their own and all they may lead to. */
export interface Shard {
  /** By product id, `category:NAME`, or `rules:*`. */
  readonly entries: Readonly<Record<string, Entry>>;
  readonly cards: Readonly<Record<ProductId, Card>>;
  /** SKU or variant id → product id, for the aliases that hash to this shard. */
  readonly aliases?: Readonly<Record<string, ProductId>>;
}

/** `<build>/head.json`: the best-known products with their bias byte, best first; read where popularity alone may be offered. */
export interface Head {
  readonly best: readonly (readonly [id: ProductId, bias: number])[];
  readonly cards: Readonly<Record<ProductId, Card>>;
}
