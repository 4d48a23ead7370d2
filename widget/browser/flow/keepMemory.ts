import type { Offer } from "../../types/offer.ts";
import type { ProductId } from "../../types/product.ts";
import type { Store } from "../lib/storage.ts";
import { toJson } from "../lib/toJson.ts";
import { refusalKey } from "../offers/eligible.ts";
import { type OpenMemory, REFUSALS, SEEN } from "./readMemory.ts";

/** Writes what the visit remembers. */
export interface MemoryKeeper {
  refuse(offer: Offer): void;
  /** The offer was seen on this page view. */
  saw(product: ProductId): void;
  /** An accepted offer brought the product in; `false` takes that back. */
  bring(product: ProductId, brought: boolean): void;
  /** Forgets all but the refusals, which are the shopper's own setting. */
  purge(): void;
}

/**
 * Refusals are kept for the tab without any id and never sent; how often an offer was seen is kept only while `mayStore` says so. What is
 * seen on this page counts from the next one on, so that nothing vanishes while it is looked at.
 */
export function keepMemory(memory: OpenMemory, store: Store, mayStore: () => boolean): MemoryKeeper {
  const here = new Set<ProductId>();
  return {
    refuse({ kind, placement, product }) {
      const key = refusalKey({ kind, product });
      memory.refused.add(product.id);
      if (key) memory.refused.add(key);
      memory.refusals.set(placement, (memory.refusals.get(placement) ?? 0) + 1);
      store.set(REFUSALS, toJson({ refused: [...memory.refused], places: Object.fromEntries(memory.refusals) }));
    },
    saw(product) {
      here.add(product);
      if (!mayStore()) return;
      const all = new Map(memory.seen);
      for (const id of here) all.set(id, (memory.seen.get(id) ?? 0) + 1);
      store.set(SEEN, JSON.stringify(Object.fromEntries(all)));
    },
    bring(product, brought) {
      if (brought) memory.brought.add(product);
      else memory.brought.delete(product);
    },
    purge: () => store.remove(SEEN),
  };
}
