import type { Cart } from "../../types/cart.ts";
import type { Platform } from "../../types/platform.ts";
import type { Taken } from "../events/orders.ts";
import type { Visit } from "../events/visit.ts";
import { swallow } from "../lib/guard.ts";
import type { Store } from "../lib/storage.ts";
import { toJson } from "../lib/toJson.ts";
import type { Measuring } from "./measuring.ts";

const KEY = "mark";
/** What a cart has room for. */
const MOST_OFFERS = 20;

export interface MarkerDeps extends Pick<Measuring, "mayStore"> {
  readonly visit: Pick<Visit, "id" | "arm" | "eligible">;
  readonly platform: Pick<Platform, "mark" | "marksPage">;
  readonly store: Store;
  taken(): readonly Taken[];
}

/** Has the cart carry what was measured into the order. */
export interface Marker {
  /** Once anything is in the cart of a visit that counts, in both arms alike, and again when other offers were taken. */
  look(cart: Cart | undefined): void;
  purge(): void;
}

/** Marks nothing without consent. The shop is asked once for each change, and not for each page unless its marks stand in the page. */
export function createMarker({ platform, visit, mayStore, store, taken }: MarkerDeps): Marker {
  let here: string | undefined;
  return {
    look(cart) {
      const { arm, eligible } = visit;
      // Nothing is carried by a cart that was ordered, or emptied; the next one is another.
      if (cart && !cart.lines.length) store.remove(KEY);
      if (!platform.mark || !mayStore() || !cart?.lines.length || !arm || !eligible) return;
      const offers = taken().map(({ offer }) => offer);
      const facts = { visit: visit.id, arm, offers: offers.slice(-MOST_OFFERS) };
      const mark = toJson(facts);
      if ((platform.marksPage ? here : store.get(KEY)) === mark) return;
      here = mark;
      store.set(KEY, mark);
      // One that did not get through is tried again with the next change.
      const asked = async () => platform.mark?.(facts);
      asked().catch((error: unknown) => {
        here = undefined;
        store.remove(KEY);
        swallow(error);
      });
    },
    purge: () => store.remove(KEY),
  };
}
