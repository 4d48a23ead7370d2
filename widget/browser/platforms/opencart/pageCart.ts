import type { Stop } from "../../../types/platform.ts";
import { guard } from "../../lib/guard.ts";
import { findRows } from "./findRows.ts";

/** The cart that the page itself shows, in the header of every page, and whether it is the one of the shop. */
export interface PageCart {
  find(): Element | undefined;
  /** Whether what the page shows may be believed: as it came, and, after any sign of a change (`isStale`), whenever the theme has drawn it anew. */
  isTrue(isStale: boolean): boolean;
  /** We wrote to the cart, and the page does not show it yet. */
  leave(): void;
  /** The shop told its cart. */
  settle(): void;
  /** Calls `redrawn` when the page shows another cart. */
  listen(redrawn: () => void): Stop;
}

export function createPageCart(selector: string): PageCart {
  let seen: string | undefined;
  let isNew = false;
  let isLeft = false;

  const find = () => document.querySelector(selector) ?? undefined;
  /** Whether the page shows another cart than when it was last looked at. */
  const look = () => {
    const cart = find();
    const now = cart && signOf(cart);
    if (now === seen) return false;
    seen = now;
    isNew = true;
    return true;
  };
  return {
    find,
    isTrue(isStale) {
      look();
      const can = !isLeft && (isNew || !isStale);
      isNew = false;
      const cart = find();
      return can && !!cart && isWhole(cart);
    },
    leave: () => void (isLeft = true),
    settle() {
      look();
      isNew = isLeft = false;
    },
    listen(redrawn) {
      const isKnown = seen !== undefined;
      if (look() && isKnown) redrawn();
      const cart = find();
      if (!cart) return () => {};
      const observer = new MutationObserver(guard(() => look() && redrawn()));
      observer.observe(cart, { childList: true, subtree: true, characterData: true });
      return () => observer.disconnect();
    },
  };
}

const signOf = (cart: Element) =>
  findRows(cart)
    .map(({ key, element }) => [key, element.textContent.replace(/\s+/g, " ")])
    .join();

/** Some themes count pieces there and list none: "3 item(s) - $12.00". */
const isWhole = (cart: Element) => findRows(cart).length > 0 || !/[1-9]/.test(cart.textContent);
