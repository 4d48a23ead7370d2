import type { OfferMemory, Placement } from "../../types/offer.ts";
import type { ProductId } from "../../types/product.ts";
import { isRecord } from "../lib/isRecord.ts";
import { readKept } from "../lib/readKept.ts";

/** Where refusals are kept: the shopper's own setting. */
export const REFUSALS = "refusals";
/** Where it is kept how often offers were seen: written with consent only, removed when it is withdrawn. */
export const SEEN = "seen";

/** What the visit remembers, as it is being written. */
export interface OpenMemory extends OfferMemory {
  readonly refused: Set<string>;
  readonly refusals: Map<Placement, number>;
  readonly brought: Set<ProductId>;
}

/** What earlier pages of the visit left; whatever is not of that form counts as nothing. */
export function readMemory(read = readKept): OpenMemory {
  const kept = read(REFUSALS);
  const { refused, places } = isRecord(kept) ? kept : {};
  return {
    refused: new Set(Array.isArray(refused) ? refused.filter((one) => typeof one === "string") : []),
    refusals: counts(places) as Map<Placement, number>,
    seen: counts(read(SEEN)),
    brought: new Set(),
  };
}

function counts(value: unknown): Map<string, number> {
  const pairs = isRecord(value) ? Object.entries(value) : [];
  return new Map(pairs.filter((pair): pair is [string, number] => typeof pair[1] === "number"));
}
