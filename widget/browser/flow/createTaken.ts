import type { Taken } from "../events/orders.ts";
import type { Offer } from "../../types/offer.ts";
import { isRecord } from "../lib/isRecord.ts";
import { readStored, type Store } from "../lib/storage.ts";
import { toJson } from "../lib/toJson.ts";
import { aboutOffer } from "./aboutOffer.ts";

const KEY = "taken";

/** The offers that were taken in this visit, so that an order's lines can be marked with them. Kept only while `mayStore` says so. */
export function createTaken(store: Store, mayStore: () => boolean) {
  let here: readonly Taken[] = [];
  const read = (): readonly Taken[] => {
    const kept = mayStore() ? readStored(store, KEY) : undefined;
    return Array.isArray(kept) ? kept.filter(isTaken) : here;
  };
  return {
    read,
    /** An offer came into the cart; `false`: it was taken back out. */
    mark(offer: Offer, taken: boolean): void {
      const others = read().filter((one) => one.offer !== offer.id);
      here = taken ? [...others, takenOf(offer)] : others;
      if (mayStore()) store.set(KEY, toJson(here));
    },
    purge(): void {
      here = [];
      store.remove(KEY);
    },
  };
}

function takenOf(offer: Offer): Taken {
  const { offer: id, product, quantity, priceOfOther } = aboutOffer(offer);
  const { variant } = offer;
  return { offer: id, product, quantity, ...(variant !== undefined && { variant }), ...(priceOfOther !== undefined && { priceOfOther }) };
}

function isTaken(value: unknown): value is Taken {
  return isRecord(value) && typeof value.offer === "string" && typeof value.product === "string" && typeof value.quantity === "number";
}
