import type { PlatformConfig } from "../../types/config.ts";
import type { Adapter, Anchor, Platform } from "../../types/platform.ts";
import { swallow } from "../lib/guard.ts";
import { readCartMarkup } from "./readCartMarkup.ts";
import { readContext } from "./readContext.ts";
import type { MarkupLater } from "./markupLater.ts";
import type { ReadOther } from "./readProduct.ts";
import { readStep } from "./readStep.ts";

const LINE = "data-goeswith-line";
const CART_PAGE = '[data-goeswith-step="cart"]';

/**
 * Any shop, read from its markup: schema.org and Open Graph for the product, `data-goeswith…` for the rest. Whatever the shop's adapter
 * has takes the place of the markup; without an adapter's `add` the cart cannot be written. What the first offers do not need is loaded
 * when it is first asked for.
 */
export function createMarkup(config: PlatformConfig, adapter: Adapter = {}, readOther?: ReadOther): Platform {
  let loading: Promise<MarkupLater> | undefined;
  const later = () =>
    (loading ??= import("./markupLater.ts").then(({ createLater, readPageMarkup }) => {
      readOther = readPageMarkup;
      return createLater(config, adapter);
    }));
  const soon =
    <K extends "add" | "swap" | "setQuantity" | "remove" | "order">(name: K) =>
    async (...given: Parameters<MarkupLater[K]>) =>
      ((await later())[name] as (...given: Parameters<MarkupLater[K]>) => ReturnType<MarkupLater[K]>)(...given);
  const platform: Platform = {
    name: "markup",
    get anchors() {
      return [...lineAnchors(), ...(adapter.anchors ?? [])];
    },
    context: () => ({ locale: document.documentElement.lang || "en", ...(adapter.context?.() ?? readContext(readOther)) }),
    async readCart(signal) {
      const read = async () => (adapter.readCart ? adapter.readCart(signal) : readCartMarkup());
      return loading ? (await loading).during(read) : read();
    },
    watch(what, maybeChanged) {
      const end = new AbortController();
      later().then(({ watch }) => watch(what, maybeChanged, end.signal)).catch(swallow);
      return () => end.abort();
    },
    add: soon("add"),
    order: soon("order"),
  };
  // What the adapter has not is an ability the shop does not offer.
  for (const name of ["swap", "setQuantity", "remove"] as const) if (adapter[name]) Object.assign(platform, { [name]: soon(name) });
  for (const name of ["products", "related"] as const) if (adapter[name]) Object.assign(platform, { [name]: adapter[name].bind(adapter) });
  return platform;
}

/** Room for up-sells inside the lines of the cart page, not of a drawer over it. */
function lineAnchors(): readonly Anchor[] {
  if (readStep() !== "cart") return [];
  const marked = document.querySelector(CART_PAGE) ? `${CART_PAGE} ` : "";
  return [{ placement: "cart", selector: `${marked}[${LINE}]:not(dialog *,[role=dialog] *)`, line: LINE }];
}
