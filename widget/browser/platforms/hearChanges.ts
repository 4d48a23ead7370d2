import type { Stop } from "../../types/platform.ts";
import { guard } from "../lib/guard.ts";
import { PREFIX } from "../lib/prefix.ts";
import { listen } from "./listen.ts";

/** The shop's own word that something changed. */
export const CHANGE = "goeswith:change";

/** Which signs mean that the cart may have changed. */
export interface CartSigns {
  /** DOM events, heard on the document. */
  readonly events: readonly string[];
  /** Addresses, or parts of them, of the page's requests. */
  readonly urls: readonly string[];
  /** Requests that do not count because they are ours: else reading the cart would ask for reading it again. */
  isOwn?(request: PerformanceEntry): boolean;
  heard(): void;
}

/**
 * Hears that the cart may have changed: the shop's events, the end of its requests as the browser's resource timing tells it (nothing
 * of the page is wrapped), a return by the back button, and another tab that wrote to the shop's stored cart.
 */
export function hearChanges({ events, urls, isOwn, heard }: CartSigns): Stop {
  const stops = [
    listen(document, [CHANGE, ...events], () => heard()),
    listen(window, ["pageshow"], (event) => (event as PageTransitionEvent).persisted && heard()),
    listen(window, ["storage"], (event) => isCartKey((event as StorageEvent).key ?? "") && heard()),
  ];
  const isSign = (entry: PerformanceEntry) =>
    /^(fetch|xmlhttprequest)$/.test((entry as PerformanceResourceTiming).initiatorType) &&
    urls.some((url) => url && entry.name.includes(url)) &&
    !isOwn?.(entry);
  if (urls.length && typeof PerformanceObserver === "function") {
    guard(() => {
      const observer = new PerformanceObserver(guard((list: PerformanceObserverEntryList) => list.getEntries().some(isSign) && heard()));
      observer.observe({ type: "resource" });
      stops.push(() => observer.disconnect());
    })();
  }
  return () => stops.forEach((stop) => stop());
}

/** Other scripts write to the browser's storage all the time; only what is named like a cart is a sign. */
const isCartKey = (key: string): boolean => !key.startsWith(PREFIX) && /cart|basket|checkout/i.test(key);
