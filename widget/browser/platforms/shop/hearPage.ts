import type { Stop } from "../../../types/platform.ts";
import { guard } from "../../lib/guard.ts";
import { CHANGE } from "./hearChanges.ts";
import { listen } from "./listen.ts";

/** Hears that the page may have become another: an address changed without loading, or the shop marked another step, product or variant. */
export function hearPage(heard: () => void): Stop {
  const navigation = (window as { readonly navigation?: EventTarget }).navigation;
  const stops = [
    listen(document, [CHANGE], heard),
    listen(window, ["popstate", "hashchange"], heard),
    ...(navigation?.addEventListener ? [listen(navigation, ["currententrychange"], heard)] : []),
  ];
  const observer = new MutationObserver(guard(heard));
  const marks = ["data-goeswith-step", "data-goeswith-product", "data-goeswith-variant"];
  observer.observe(document, { subtree: true, attributeFilter: marks });
  return () => {
    stops.forEach((stop) => stop());
    observer.disconnect();
  };
}
