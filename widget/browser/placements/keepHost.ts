import type { Mount } from "./mountSlot.ts";

/** How often a host enters the page within `SPAN` milliseconds before it gives up: the page wants it out. */
const ENTRIES = 6;
const SPAN = 10_000;

/** Brings one host into the page, time after time. */
export interface KeptHost {
  /** Lets `put` do so, and gives the focus back to what had it inside; too many times, and the host leaves for good. */
  enter(put: () => void): void;
}

export function keepHost({ host, root, stop }: Pick<Mount, "host" | "root" | "stop">): KeptHost {
  let entries = 0;
  let focused = root.activeElement;

  root.addEventListener("focusin", () => (focused = root.activeElement));
  // A theme that throws the host out blurs it first: only a host still there afterwards has really lost the focus.
  root.addEventListener("focusout", () => setTimeout(() => host.isConnected && (focused = root.activeElement)));
  return {
    enter(put) {
      if (entries === ENTRIES) return stop();
      put();
      if (!host.isConnected) return;
      entries++;
      setTimeout(() => entries--, SPAN);
      if (focused?.isConnected && document.activeElement === document.body) (focused as HTMLElement).focus({ preventScroll: true });
    },
  };
}
