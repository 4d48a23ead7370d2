import type { Cart, LineKey } from "../../../types/cart.ts";
import type { PlatformConfig } from "../../../types/config.ts";
import type { AddRequest, PageContext, Platform, WriteResult } from "../../../types/platform.ts";
import { guard, swallow } from "../../lib/guard.ts";
import type { ShopSigns } from "./hearShop.ts";
import { createOwnRequests } from "./ownRequests.ts";

/** What one shop system does in its own way. Members may throw: a write that does has met a dead network. */
export interface ShopParts extends Pick<Platform, "name" | "anchors" | "products" | "related" | "order" | "mark" | "marksPage"> {
  context(): Omit<PageContext, "locale"> & Partial<Pick<PageContext, "locale">>;
  /**
   * `isStale`: something was heard, or written, since the page came. Before that what the page itself shows may be believed. Rejects when the
   * cart cannot be read.
   */
  readCart(signal: AbortSignal, isStale: boolean): Promise<Cart>;
  readonly signs: ShopSigns;
  /** Writes that leave the theme's own cart as it is. */
  readonly write: {
    add(item: AddRequest): Promise<WriteResult>;
    remove(line: LineKey): Promise<WriteResult>;
    setQuantity(line: LineKey, quantity: number): Promise<WriteResult>;
  };
  /** Brings the theme's own cart up to date, once for each write or swap that changed anything. */
  refresh(): unknown;
}

/** A platform made of its system's parts. */
export interface Shop extends Platform {
  /** Has a write that somebody else makes count as one of its own. */
  during<T>(work: () => Promise<T>): Promise<T>;
}

/** A platform made of its system's parts, with all that is the same for every system. */
export function createShop(config: PlatformConfig, parts: ShopParts): Shop {
  const own = createOwnRequests();
  let isStale = false;
  /** Products and quantities that were read last, as text. */
  let known = "";
  /** A write did not come through, or so it was said. */
  let isDoubted = false;
  const refresh = guard(() => parts.refresh());

  const attempt = async (run: () => Promise<WriteResult>): Promise<WriteResult> => {
    isStale = true;
    try {
      return await run();
    } catch (error) {
      swallow(error);
      return { ok: false, reason: "network" };
    }
  };
  /** A write, and the theme brought up to date. */
  const write = (run: () => Promise<WriteResult>) =>
    own.during(async () => {
      const result = await attempt(run);
      if (result.ok) refresh();
      else isDoubted = true;
      return result;
    });
  const readCart = (signal: AbortSignal) =>
    own.during(async () => {
      if (isStale) own.reads();
      const cart = await parts.readCart(signal, isStale);
      const held = cart.lines.map(({ product, quantity }) => [product, quantity]).join();
      // Shops refuse what they have done, and of a swap one leg may fail.
      if (isDoubted && held !== known) refresh();
      isDoubted = false;
      known = held;
      return cart;
    });
  const swap = async (key: LineKey, item: AddRequest): Promise<WriteResult> => {
    const added = await attempt(() => parts.write.add(item));
    if (!added.ok) return added;
    // Keys may change with every write.
    const { lines } = await parts.readCart(AbortSignal.timeout(SWAP_READS), true);
    return lines.some((line) => line.key === key) ? attempt(() => parts.write.remove(key)) : added;
  };
  const shop = {
    name: parts.name,
    get anchors() {
      return parts.anchors;
    },
    context: () => ({ locale: document.documentElement.lang || "en", ...parts.context() }),
    readCart,
    watch(what, maybeChanged) {
      const end = new AbortController();
      const { signal } = end;
      const heard = () => {
        if (signal.aborted) return;
        if (what === "cart") isStale = true;
        maybeChanged();
      };
      const begin = async () => {
        const { hearShop } = await import("./hearShop.ts");
        if (signal.aborted) return;
        signal.addEventListener("abort", hearShop({ what, signs: parts.signs, config, heard, isOld: own.has }));
        // What the shopper did before was not heard.
        if (what === "cart" && (parts.signs.missed?.() ?? navigator.userActivation?.hasBeenActive ?? true)) heard();
      };
      begin().catch(swallow);
      return () => end.abort();
    },
    add: (item) => write(() => parts.write.add(item)),
    swap: (key, item) => write(() => swap(key, item)),
    setQuantity: (key, quantity) => write(() => parts.write.setQuantity(key, quantity)),
    remove: (key) => write(() => parts.write.remove(key)),
    products: parts.products,
    related: parts.related,
    order: parts.order,
    mark: parts.mark,
    marksPage: parts.marksPage,
    during(work) {
      isStale = true;
      return own.during(work);
    },
  } satisfies { [K in keyof Shop]: Shop[K] | undefined };
  // A member that is undefined is an ability the system does not offer.
  return shop as Shop;
}

/** Milliseconds for the reading between the two legs of a swap. */
const SWAP_READS = 12_000;
