import type { PlatformConfig } from "../../../types/config.ts";
import type { Adapter, Platform, Stop, WriteResult } from "../../../types/platform.ts";
import { guard, swallow } from "../../lib/guard.ts";
import { askAdapter } from "../askAdapter.ts";
import { hearChanges } from "../shop/hearChanges.ts";
import { hearPage } from "../shop/hearPage.ts";
import { isTold } from "./isTold.ts";
import { loadPageMarkup } from "./loadPageMarkup.ts";
import { createOwnRequests, type OwnRequests } from "../shop/ownRequests.ts";
import { readOrder } from "./readOrder.ts";
import type { PageMarkup } from "./readPageMarkup.ts";

/** What is done with a shop after the first offers stand. */
export interface MarkupLater
  extends Required<Pick<Platform, "add" | "swap" | "setQuantity" | "remove" | "order">>, Pick<OwnRequests, "during"> {
  /** Hears until the signal ends it. */
  watch(what: "cart" | "page", maybeChanged: () => void, signal: AbortSignal): void;
}

/**
 * The later part of the `markup` platform. Whatever the adapter has takes the place of the markup; what it cannot write is "unsupported".
 * `learn` is given what reads other words than ours, once a watched page has become one that takes it.
 */
export function createLater(
  { cartEvents: events, cartUrls: urls, hear }: PlatformConfig,
  adapter: Adapter,
  learn: (other: PageMarkup) => void,
): MarkupLater {
  const { during, has } = createOwnRequests();
  const prepare = () => (isTold() ? undefined : loadPageMarkup().then(learn, swallow));
  const start = (what: "cart" | "page", heard: () => void): Stop => {
    if (adapter.watch) return adapter.watch(what, heard);
    if (what === "page") return hearPage(heard);
    // What happened before was not heard. A cart in the markup costs nothing to read again; one that may cost the shop a request is read
    // again only where the shopper has done anything yet.
    if (!adapter.readCart || (navigator.userActivation?.hasBeenActive ?? true)) heard();
    return hearChanges({ events, urls, wraps: hear === "wrap", isOld: has, heard });
  };
  const write =
    (name: "add" | "swap" | "setQuantity" | "remove") =>
    async (...given: readonly unknown[]): Promise<WriteResult> => {
      const ask = adapter[name]?.bind(adapter) as ((...given: readonly unknown[]) => unknown) | undefined;
      return ask ? during(() => askAdapter(() => ask(...given))) : { ok: false, reason: "unsupported" };
    };
  return {
    during,
    watch(what, maybeChanged, signal) {
      if (signal.aborted) return;
      const heard = guard(() => signal.aborted || maybeChanged());
      const prepared = () => void (prepare()?.then(heard) ?? heard());
      if (what === "page") void prepare();
      const stop: unknown = start(what, what === "page" ? prepared : maybeChanged);
      if (typeof stop === "function") signal.addEventListener("abort", () => stop());
    },
    add: write("add"),
    swap: write("swap"),
    setQuantity: write("setQuantity"),
    remove: write("remove"),
    order: async (last) => (adapter.order ? adapter.order(last) : readOrder()),
  };
}
