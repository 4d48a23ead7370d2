import type { Spot } from "./spot.ts";

/** How often a host enters the page within `SPAN` milliseconds before it gives up: the page wants it out. */
const ENTRIES = 6;
const SPAN = 10_000;

/** Our element in the page, which outlives the page's own redrawing. */
export interface Host {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts it there, with the focus that was inside. */
  put(spot: Spot): void;
  /** Counts an entry for good; `false` once there were too many. */
  mayEnter(): boolean;
}

/** `last`: it stands behind another list of ours at the same place, whichever comes first. */
export function createHost(last: boolean): Host {
  const host = document.createElement("goes-with-offers");
  const root = host.attachShadow({ mode: "open" });
  let entries = 0;
  let focused: Element | null = null;

  root.addEventListener("focusin", () => (focused = root.activeElement));
  // A theme that throws the host out blurs it first: only a host still there afterwards has really lost the focus.
  root.addEventListener("focusout", () => setTimeout(() => host.isConnected && (focused = root.activeElement)));
  return {
    host,
    root,
    put({ at, position }) {
      at[position](host);
      const twin = last ? host.nextElementSibling : host.previousElementSibling;
      if (twin?.localName === host.localName) twin[last ? "after" : "before"](host);
      if (focused?.isConnected && document.activeElement === document.body) (focused as HTMLElement).focus({ preventScroll: true });
    },
    mayEnter() {
      setTimeout(() => entries--, SPAN);
      return entries++ < ENTRIES;
    },
  };
}
