import type { Cart } from "../../types/cart.ts";
import type { Platform, Stop } from "../../types/platform.ts";
import { guard, swallow } from "../lib/guard.ts";
import { sameCart } from "./sameCart.ts";
import { snapshot } from "./snapshot.ts";
import { within } from "./within.ts";

/** Signs of a change come in bursts, in milliseconds. */
const BURST = 50;
/** Milliseconds after which a reading is given up. */
const PATIENCE = 15_000;

export interface CartWatch {
  /** The cart as it is now, read anew; `undefined` when it could not be read. */
  read(): Promise<Cart | undefined>;
  /** Reads soon, once for many calls. */
  refresh(): void;
  readonly stop: Stop;
}

export interface CartWatchOptions {
  readonly platform: Platform;
  /** Told each cart that differs from the last one told. */
  heard(cart: Cart): void;
  /** The cart as it is known already; only another one is told. */
  readonly known?: Cart | undefined;
  /** For a cart that names no currency; default the page's. */
  readonly currency?: string | undefined;
}

/** Hears the shop's signs and tells new snapshots. Reads nothing until a sign, `refresh` or `read`. */
export function watchCart({ platform, heard, known, currency }: CartWatchOptions): CartWatch {
  let last = known;
  let latest: Promise<Cart | undefined> | undefined;
  let giveUp: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  let stopped = false;
  const tell = guard(heard);

  const read = (): Promise<Cart | undefined> => {
    if (stopped) return Promise.resolve(undefined);
    clearTimeout(timer);
    timer = undefined;
    again = false;
    // What was asked before a write may not know of it: a reading under way is dropped for the new one.
    giveUp?.abort();
    const mine = (giveUp = new AbortController());
    return (latest = ask(mine.signal).then((cart) => {
      if (mine !== giveUp) return latest;
      mine.abort();
      giveUp = undefined;
      if (cart && !sameCart(cart, last)) tell((last = cart));
      if (again) refresh();
      return cart;
    }));
  };

  const ask = async (signal: AbortSignal): Promise<Cart | undefined> => {
    try {
      const raw = await within(PATIENCE, () => platform.readCart(signal));
      const cart = snapshot(raw, currency);
      return cart?.currency === "" ? snapshot(raw, platform.context().currency) : cart;
    } catch (error) {
      if (!signal.aborted) swallow(error);
      return undefined;
    }
  };

  const refresh = () => {
    if (giveUp) again = true;
    else if (!stopped) timer ??= setTimeout(guard(read), BURST);
  };

  let unwatch: Stop | undefined;
  guard(() => (unwatch = platform.watch("cart", refresh)))();
  return {
    read,
    refresh,
    stop: guard(() => {
      stopped = true;
      clearTimeout(timer);
      giveUp?.abort();
      giveUp = latest = undefined;
      unwatch?.();
    }),
  };
}
