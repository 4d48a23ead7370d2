import type { Stop } from "../../../types/platform.ts";
import { guard, swallow } from "../../lib/guard.ts";
import { PREFIX } from "../../lib/prefix.ts";
import { hearJQuery } from "./hearJQuery.ts";
import { listen } from "./listen.ts";

/** The shop's own word that something changed. */
export const CHANGE = "goeswith:change";

/** Which signs mean that the cart may have changed. */
export interface CartSigns {
  /** DOM events, heard on the document. */
  readonly events?: readonly string[];
  /** DOM events of the window alone. */
  readonly windowEvents?: readonly string[];
  /** Events that only jQuery tells, heard on the body. */
  readonly jquery?: readonly string[];
  /** Addresses, or parts of them, of the page's requests. */
  readonly urls?: readonly (string | RegExp)[];
  /** Also by wrapping the page's `fetch` and `XMLHttpRequest`. */
  readonly wraps?: boolean;
  /** Requests that do not count, because they are ours or were done before the cart was last read. */
  isOld?(request: PerformanceEntry): boolean;
  heard(): void;
}

/**
 * Hears that the cart may have changed: the shop's events, the end of its requests as the browser's resource timing and jQuery tell it
 * (nothing of the page is wrapped unless it is asked for), a return by the back button, and another tab that wrote to the shop's stored cart.
 */
export function hearChanges({ events = [], windowEvents = [], jquery = [], urls = [], wraps, isOld, heard }: CartSigns): Stop {
  const isCart = (address: string) => urls.some((url) => (typeof url === "string" ? !!url && address.includes(url) : url.test(address)));
  const stops = [
    listen(document, [CHANGE, ...events], () => heard()),
    listen(window, windowEvents, () => heard()),
    listen(window, ["pageshow"], (event) => (event as PageTransitionEvent).persisted && heard()),
    listen(window, ["storage"], (event) => isCartKey((event as StorageEvent).key ?? "") && heard()),
    hearJQuery({ events: jquery, isCart, heard }),
  ];
  const isSign = (entry: PerformanceEntry) =>
    /^(fetch|xmlhttprequest)$/.test((entry as PerformanceResourceTiming).initiatorType) && isCart(entry.name) && !isOld?.(entry);
  if (urls.length && typeof PerformanceObserver === "function") {
    guard(() => {
      const observer = new PerformanceObserver(guard((list: PerformanceObserverEntryList) => list.getEntries().some(isSign) && heard()));
      observer.observe({ type: "resource" });
      stops.push(() => observer.disconnect());
    })();
  }
  if (wraps) {
    const end = new AbortController();
    const wrap = async () => {
      const { wrapRequests } = await import("./wrapRequests.ts");
      if (!end.signal.aborted) end.signal.addEventListener("abort", wrapRequests(isCart, heard));
    };
    wrap().catch(swallow);
    stops.push(() => end.abort());
  }
  return () => stops.forEach((stop) => stop());
}

/** Other scripts write to the browser's storage all the time; only what is named like a cart is a sign. */
const isCartKey = (key: string): boolean => !key.startsWith(PREFIX) && /cart|basket|checkout/i.test(key);
