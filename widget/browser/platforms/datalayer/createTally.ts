import type { Cart, Line } from "../../../types/cart.ts";
import { swallow } from "../../lib/guard.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { readKept } from "../../lib/readKept.ts";
import { openStore } from "../../lib/storage.ts";
import { readTrades, type Trade, type TradeItem, type TradeKind, type TradeNames } from "./readTrades.ts";

/** What a data layer adds up to. */
export interface Tally {
  /** Reads what was pushed since the last look. A number that is another one when anything of it was about trade. */
  look(): number;
  cart(): Cart;
  /** The newest of a kind that was told while the page had the address it has. */
  newest(...kinds: readonly TradeKind[]): Trade | undefined;
}

/** Where the newest cart with anything in it is kept for the tab, only where the shopper allows it. */
const KEPT = "cart";

/**
 * Keeps count of the cart over the events of a page. Nothing is stored for it: on the next page it begins with the cart that was kept for the
 * tab, if that is allowed, else with none. `layer`: the array as it is now, which the page may replace.
 */
export function createTally(layer: () => unknown, names: TradeNames): Tally {
  const seen = new WeakSet<object>();
  const told: (Trade & { readonly path: string })[] = [];
  let cart = readKeptCart();
  let form: Trade["form"] | undefined;
  let last: unknown;
  let version = 0;

  const take = (trade: Trade) => {
    const { kind, currency } = trade;
    const isDelta = kind === "add" || kind === "remove";
    // The same may be told to several tools.
    if (isDelta && (form ??= trade.form) !== trade.form) return;
    told.push({ ...trade, path: location.pathname });
    const lines = linesAfter(cart.lines, trade);
    if (!lines) return;
    cart = { currency: currency ?? cart.currency, lines };
    // Else the next page would begin with what is no longer there.
    if (lines.length === 0) openStore("session").remove(KEPT);
  };
  return {
    look() {
      const now = layer();
      const entries: readonly unknown[] = Array.isArray(now) ? now : [];
      if (entries.at(-1) === last) return version;
      last = entries.at(-1);
      for (const entry of entries) {
        if (typeof entry !== "object" || !entry || seen.has(entry)) continue;
        seen.add(entry);
        try {
          for (const trade of readTrades(entry, names)) {
            take(trade);
            version++;
          }
        } catch (error) {
          // A getter of the page's.
          swallow(error);
        }
      }
      return version;
    },
    cart: () => cart,
    newest: (...kinds) => told.filter(({ kind, path }) => kinds.includes(kind) && path === location.pathname).at(-1),
  };
}

/** What a trade makes of the cart; `undefined`: it says nothing of it. */
function linesAfter(lines: readonly Line[], { kind, items }: Trade): readonly Line[] | undefined {
  if (kind === "view" || (kind === "checkout" && items.length === 0)) return undefined;
  if (kind === "purchase") return [];
  let after = kind === "cart" || kind === "checkout" ? [] : lines;
  for (const item of items) after = withItem(after, item, kind === "remove" ? -item.quantity : item.quantity);
  return after;
}

function withItem(lines: readonly Line[], { quantity: _, ...item }: TradeItem, more: number): readonly Line[] {
  const key = [item.product, item.variant].filter(Boolean).join(" ");
  const there = lines.find((line) => line.key === key);
  const quantity = (there?.quantity ?? 0) + more;
  const changed = { ...there, ...item, key, quantity };
  if (!there) return quantity > 0 ? [...lines, changed] : lines;
  return lines.flatMap((line) => (line !== there ? line : quantity > 0 ? changed : []));
}

function readKeptCart(): Cart {
  const kept = readKept(KEPT);
  const { currency, lines } = isRecord(kept) ? kept : {};
  return {
    currency: typeof currency === "string" ? currency : "",
    lines: (Array.isArray(lines) ? lines.filter(isRecord) : []) as object as readonly Line[],
  };
}
