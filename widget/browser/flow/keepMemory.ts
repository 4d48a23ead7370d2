import type { Offer } from "../../types/offer.ts";
import type { ProductId } from "../../types/product.ts";
import { toJson } from "../lib/toJson.ts";
import { refusalKey } from "../offers/eligible.ts";
import { isRecord } from "../lib/isRecord.ts";
import { now } from "../lib/now.ts";
import { openStore, readStored, type Store } from "../lib/storage.ts";
import { type OpenMemory, REFUSALS, SEEN } from "./readMemory.ts";

/** Of refusals that are kept over visits, since the latest. */
const LONG_AGO = 90 * 24 * 3600_000;

/** Writes what the visit remembers. */
export interface MemoryKeeper {
  refuse(offer: Offer): void;
  /** The offer was seen on this page view. */
  saw(product: ProductId): void;
  /** An accepted offer brought the product in; `false` takes that back. */
  bring(product: ProductId, brought: boolean): void;
  /** Whether refusals may be kept over visits; so far they are not. */
  last(isLasting: boolean): void;
  /** Forgets all but the visit's refusals, which are the shopper's own setting. */
  purge(): void;
}

/** What becomes of a refusal over visits: the product and its kind stay refused, the place may try again. */
function createLasting(memory: OpenMemory) {
  const lasting = openStore("local");
  let isLasting = false;
  const save = () => {
    if (isLasting && memory.refused.size) lasting.set(REFUSALS, toJson({ refused: [...memory.refused], at: now() }));
  };
  return {
    save,
    purge: () => lasting.remove(REFUSALS),
    last(may: boolean) {
      if (isLasting && !may) lasting.remove(REFUSALS);
      isLasting = may;
      if (!may) return;
      const kept = readStored(lasting, REFUSALS);
      if (!isRecord(kept)) save();
      else if (!(Number(kept.at) > now() - LONG_AGO)) lasting.remove(REFUSALS);
    },
  };
}

/**
 * Refusals are kept for the tab without any id and never sent, over visits only where the shopper may be remembered; how often an offer was seen is kept only while `mayStore` says so. What is
 * seen on this page counts from the next one on, so that nothing vanishes while it is looked at.
 */
export function keepMemory(memory: OpenMemory, store: Store, mayStore: () => boolean): MemoryKeeper {
  const here = new Set<ProductId>();
  const lasting = createLasting(memory);
  return {
    last: lasting.last,
    refuse({ kind, placement, product }) {
      const key = refusalKey({ kind, product });
      memory.refused.add(product.id);
      if (key) memory.refused.add(key);
      memory.refusals.set(placement, (memory.refusals.get(placement) ?? 0) + 1);
      store.set(REFUSALS, toJson({ refused: [...memory.refused], places: Object.fromEntries(memory.refusals) }));
      lasting.save();
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
    purge() {
      store.remove(SEEN);
      lasting.purge();
    },
  };
}
