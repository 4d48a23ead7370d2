import type { PlatformConfig } from "../../types/config.ts";
import type { Adapter, Platform } from "../../types/platform.ts";
import { swallow } from "../lib/guard.ts";
import { lineAnchor } from "./markup/lineAnchor.ts";
import { readCartMarkup } from "./markup/readCartMarkup.ts";
import { readContext } from "./markup/readContext.ts";
import type { MarkupLater } from "./markup/markupLater.ts";
import type { PageMarkup } from "./markup/readPageMarkup.ts";

type Lazy = "add" | "swap" | "setQuantity" | "remove" | "order";

/**
 * Any shop, read from its markup: `data-goeswith…`, and what `other` makes out where that is silent. Whatever the shop's adapter has takes
 * the place of the markup; without an adapter's `add` the cart cannot be written. What the first offers do not need is loaded when it is
 * first asked for.
 */
export function createMarkup(config: PlatformConfig, adapter: Adapter = {}, other?: PageMarkup): Platform {
  let during: MarkupLater["during"] = async (work) => work();
  let loading: Promise<MarkupLater> | undefined;
  const later = () =>
    (loading ??= import("./markup/markupLater.ts").then(({ createLater }) => {
      const part = createLater(config, adapter, (loaded) => (other = loaded));
      during = part.during;
      return part;
    }));
  const soon =
    (name: Lazy) =>
    async (...given: readonly unknown[]) =>
      ((await later())[name] as (...given: readonly unknown[]) => Promise<never>)(...given);
  // A member that is undefined is an ability the shop does not offer.
  return {
    name: "markup",
    readOnly: !adapter.add,
    get anchors() {
      return [lineAnchor('[data-goeswith-step="cart"] '), ...(other?.anchors() ?? []), ...(adapter.anchors ?? [])];
    },
    context: () => ({ locale: document.documentElement.lang || "en", ...(adapter.context?.() ?? readContext(other)) }),
    readCart: (signal) => during(() => adapter.readCart?.(signal) ?? readCartMarkup()),
    watch(what, maybeChanged) {
      const end = new AbortController();
      later()
        .then(({ watch }) => watch(what, maybeChanged, end.signal))
        .catch(swallow);
      return () => end.abort();
    },
    add: soon("add"),
    swap: adapter.swap && soon("swap"),
    setQuantity: adapter.setQuantity && soon("setQuantity"),
    remove: adapter.remove && soon("remove"),
    order: soon("order"),
    products: adapter.products?.bind(adapter),
    related: adapter.related?.bind(adapter),
    mark: adapter.mark?.bind(adapter),
  } satisfies { [K in keyof Platform]: Platform[K] | undefined } as Platform;
}
