import type { Stop } from "../../types/platform.ts";
import { guard } from "../lib/guard.ts";

/** The Media Rating Council's measure of a viewable impression: half of the pixels for one second without a break. */
const HALF = 0.5;
const LONG_ENOUGH = 1000;

export interface Viewability {
  /** Watches every `[data-offer]` in the root, also those that a later rendering brings. */
  observe(root: ShadowRoot): Stop;
  readonly stop: Stop;
}

/** Tells once per offer that it was seen: at least half in sight for a second, on a visible page, not covered. */
export function watchSeen({ seen }: { seen(offerId: string, host: Element): void }): Viewability {
  const told = new Set<string | null>();
  const roots = new Set<ShadowRoot>();
  /** Half in sight now, with the second that runs for each. */
  const inSight = new Map<Element, ReturnType<typeof setTimeout>>();
  const forget = (element: Element) => {
    clearTimeout(inSight.get(element));
    inSight.delete(element);
  };
  const time = (element: Element) => {
    clearTimeout(inSight.get(element));
    inSight.set(element, setTimeout(guard(judge), LONG_ENOUGH, element));
  };
  const judge = (element: Element) => {
    const id = element.getAttribute("data-offer");
    const root = element.getRootNode() as ShadowRoot;
    if (!id || told.has(id) || !roots.has(root)) return;
    // No observer tells when what covers it goes away, so another second is tried.
    if (!isUncovered(element, root)) return time(element);
    told.add(id);
    seen(id, root.host);
  };
  const offers = (root: ShadowRoot) => root.querySelectorAll("[data-offer]");
  if (typeof IntersectionObserver !== "function") return { observe: () => () => {}, stop() {} };
  const sight = new IntersectionObserver(
    guard((entries: readonly IntersectionObserverEntry[]) => {
      for (const { target, intersectionRatio } of entries) (intersectionRatio < HALF ? forget : time)(target);
    }),
    { threshold: HALF },
  );
  // An element that is observed already is not observed twice; one that was removed is told as out of sight.
  const look = guard(() => roots.forEach((root) => offers(root).forEach((offer) => sight.observe(offer))));
  const changes = new MutationObserver(look);
  const restart = () => [...inSight.keys()].forEach(time);
  document.addEventListener("visibilitychange", restart);

  return {
    observe(root) {
      roots.add(root);
      changes.observe(root, { childList: true, subtree: true, attributeFilter: ["data-offer"] });
      look();
      return () => {
        roots.delete(root);
        offers(root).forEach((offer) => (sight.unobserve(offer), forget(offer)));
      };
    },
    stop() {
      roots.clear();
      [...inSight.keys()].forEach(forget);
      sight.disconnect();
      changes.disconnect();
      document.removeEventListener("visibilitychange", restart);
    },
  };
}

/** Whether the middle of its part in the window is really on top: the page not in the background, no dialog over it, no closed drawer. */
function isUncovered(element: Element, root: ShadowRoot): boolean {
  const isVisible = element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true;
  if (document.hidden || !isVisible) return false;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  return right > left && bottom > top && element.contains(root.elementFromPoint(x, y));
}
