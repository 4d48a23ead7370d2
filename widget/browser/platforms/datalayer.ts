import type { PlatformConfig } from "../../types/config.ts";
import type { Platform, PlacedOrder, PageContext, Stop } from "../../types/platform.ts";
import { defined } from "../lib/defined.ts";
import { guard, swallow } from "../lib/guard.ts";
import { say } from "../lib/say.ts";
import { createTally, type Tally } from "./datalayer/createTally.ts";
import type { TradeNames } from "./datalayer/readTrades.ts";
import { guessAnchors } from "./markup/guessAnchors.ts";
import { guessProduct } from "./markup/guessProduct.ts";
import { guessStep } from "./markup/guessStep.ts";

/** Milliseconds between two looks at the array. Nothing of it is wrapped, so that nothing can break; a look compares one entry. */
const BETWEEN_LOOKS = 250;

/**
 * Any shop that feeds GA4, Yandex Metrica or enhanced e-commerce, read from the array its tags read. It can read and not write. `own.dataLayer` is another name
 * of the array; `own.product` and `own.variant` are the fields of an item that hold the ids of the catalogue, `own.pattern` a pattern whose first
 * group is the id in such a field; `own.currency` is for events without one.
 */
export function createDatalayer(config: PlatformConfig): Platform {
  const { own } = config;
  const tally = createTally(() => (window as object as Readonly<Record<string, unknown>>)[own["dataLayer"] ?? "dataLayer"], readNames(own));
  let read = -1;
  return {
    name: "datalayer",
    get anchors() {
      return guessAnchors();
    },
    context: () => ({ locale: document.documentElement.lang || "en", ...readPage(tally) }),
    async readCart() {
      read = tally.look();
      return tally.cart();
    },
    watch(what, maybeChanged) {
      const end = new AbortController();
      const heard = () => end.signal.aborted || maybeChanged();
      const look = poll(tally, what === "cart" ? read : tally.look(), heard);
      const begin = async () => {
        const { hearShop } = await import("./shop/hearShop.ts");
        if (!end.signal.aborted) end.signal.addEventListener("abort", hearShop({ what, signs: {}, config, heard }));
      };
      begin().catch(swallow);
      return () => {
        look();
        end.abort();
      };
    },
    readOnly: true,
    add: async () => ({ ok: false, reason: "unsupported" }),
    order() {
      tally.look();
      return readOrder(tally);
    },
  };
}

function readNames({ product, variant, pattern, currency }: PlatformConfig["own"]): TradeNames {
  try {
    return { product, variant, currency, pattern: pattern ? new RegExp(pattern) : undefined };
  } catch {
    say(`platform.own.pattern is no regular expression: ${pattern}`);
    return { product, variant, currency };
  }
}

/** The address says more than an event: a drawer that opens tells analytics of a cart that is viewed. */
function readPage(tally: Tally): Omit<PageContext, "locale"> {
  tally.look();
  const { items: [item, other] = [], currency } = tally.newest("view") ?? {};
  const { view, variant } = item && !other ? { view: { ...item, id: item.product }, variant: item.variant } : guessProduct();
  const told = tally.newest("cart", "checkout")?.kind;
  const step = tally.newest("purchase") ? "confirmation" : (guessStep(!!view) ?? (told as "cart" | "checkout" | undefined));
  return defined({ step, view: view && toView(view), variant, currency: currency ?? (tally.cart().currency || undefined) });
}

const toView = ({ id, title, price }: NonNullable<PageContext["view"]>) => defined({ id, title, price });

function readOrder(tally: Tally): PlacedOrder | undefined {
  const { id, currency, items, total } = tally.newest("purchase") ?? {};
  if (!id || !currency || !items) return undefined;
  return defined({ id, currency, total, lines: items.map(({ title: _, ...line }) => line) });
}

function poll(tally: Tally, known: number, heard: () => void): Stop {
  const look = guard(() => {
    const now = tally.look();
    if (now === known) return;
    known = now;
    heard();
  });
  const timer = setInterval(look, BETWEEN_LOOKS);
  return () => clearInterval(timer);
}
