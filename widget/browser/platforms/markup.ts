import type { PlatformConfig } from "../../types/config.ts";
import type { Adapter, Anchor, PageContext, Platform, Stop } from "../../types/platform.ts";
import { isRecord } from "../lib/isRecord.ts";
import { askAdapter } from "./askAdapter.ts";
import { hearChanges } from "./hearChanges.ts";
import { hearPage } from "./hearPage.ts";
import { createOwnRequests, type OwnRequests } from "./ownRequests.ts";
import { readCartMarkup } from "./readCartMarkup.ts";
import { readContext, readLocale } from "./readContext.ts";
import { readOrder } from "./readOrder.ts";
import { readStep } from "./readStep.ts";

const LINE = "data-goeswith-line";
const CART_PAGE = '[data-goeswith-step="cart"]';

/**
 * Any shop, read from its markup: schema.org and Open Graph for the product, `data-goeswith…` for the rest. Whatever the shop's adapter
 * has takes the place of the markup; without an adapter's `add` the cart cannot be written.
 */
export function createMarkup(config: PlatformConfig, adapter: Adapter = {}): Platform {
  const own = createOwnRequests();
  const { cartEvents: events, cartUrls: urls } = config;
  return {
    name: "markup",
    get anchors() {
      return [...lineAnchors(), ...(adapter.anchors ?? [])];
    },
    context() {
      const told: Partial<PageContext> | undefined = adapter.context?.();
      return isRecord(told) ? { locale: readLocale(), ...told } : readContext();
    },
    readCart: (signal) =>
      own.during(() => {
        const cart = adapter.readCart ? adapter.readCart(signal) : readCartMarkup();
        if (!cart) throw new Error("the page holds no cart");
        return cart;
      }),
    watch(what, maybeChanged) {
      if (adapter.watch) return stopOnce(adapter.watch(what, maybeChanged));
      return what === "cart" ? hearChanges({ events, urls, isOwn: own.has, heard: maybeChanged }) : hearPage(maybeChanged);
    },
    add: async () => ({ ok: false, reason: "unsupported" }),
    order: () => (adapter.order ? adapter.order() : readOrder()),
    ...writes(adapter, own),
    ...(adapter.products && { products: adapter.products.bind(adapter) }),
    ...(adapter.related && { related: adapter.related.bind(adapter) }),
  };
}

/** The writes the adapter has; an absent one is an ability the shop does not offer. */
function writes(adapter: Adapter, own: OwnRequests): Partial<Platform> {
  const names = (["add", "swap", "setQuantity", "remove"] as const).filter((name) => adapter[name]);
  return Object.fromEntries(
    names.map((name) => [
      name,
      (...given: unknown[]) => own.during(() => askAdapter(() => (adapter[name] as (...given: unknown[]) => unknown)(...given))),
    ]),
  );
}

/** Room for up-sells inside the lines of the cart page, not of a drawer over it. */
function lineAnchors(): readonly Anchor[] {
  if (readStep() !== "cart") return [];
  const marked = document.querySelector(CART_PAGE) ? `${CART_PAGE} ` : "";
  return [{ placement: "cart", selector: `${marked}[${LINE}]:not(dialog *,[role=dialog] *)`, line: LINE }];
}

function stopOnce(stop: unknown): Stop {
  let running = typeof stop === "function";
  return () => {
    if (running) (stop as Stop)();
    running = false;
  };
}
