import type { PlatformConfig } from "../../types/config.ts";
import type { Adapter, Platform, Stop, WriteResult } from "../../types/platform.ts";
import { askAdapter } from "./askAdapter.ts";
import { hearChanges } from "./hearChanges.ts";
import { hearPage } from "./hearPage.ts";
import { createOwnRequests, type OwnRequests } from "./ownRequests.ts";
import { readOrder } from "./readOrder.ts";

export { readPageMarkup } from "./readPageMarkup.ts";

/** What is done with a shop after the first offers stand. */
export interface MarkupLater
  extends Required<Pick<Platform, "add" | "swap" | "setQuantity" | "remove" | "order">>, Pick<OwnRequests, "during"> {
  /** Hears until the signal ends it. */
  watch(what: "cart" | "page", maybeChanged: () => void, signal: AbortSignal): void;
}

/** The later part of the `markup` platform. Whatever the adapter has takes the place of the markup; what it cannot write is "unsupported". */
export function createLater({ cartEvents: events, cartUrls: urls }: PlatformConfig, adapter: Adapter): MarkupLater {
  const { during, has } = createOwnRequests();
  const start = (what: "cart" | "page", heard: () => void): Stop => {
    if (adapter.watch) return adapter.watch(what, heard);
    if (what === "page") return hearPage(heard);
    // What happened before was not heard, and a cart in the markup costs nothing to read again.
    if (!adapter.readCart) heard();
    return hearChanges({ events, urls, isOwn: has, heard });
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
      const stop: unknown = start(what, maybeChanged);
      if (typeof stop === "function") signal.addEventListener("abort", () => stop());
    },
    add: write("add"),
    swap: write("swap"),
    setQuantity: write("setQuantity"),
    remove: write("remove"),
    order: async () => (adapter.order ? adapter.order() : readOrder()),
  };
}
