import { guard } from "../lib/guard.ts";
import { focusBriefly } from "./focusBriefly.ts";
import { keepInSight } from "./keepInSight.ts";
import type { Mount } from "./mountSlot.ts";

/** How often a host enters the page within `SPAN` milliseconds before it gives up: the page wants it out. */
const ENTRIES = 5;
const SPAN = 10_000;

/** Brings one host into the page, time after time. */
export interface KeptHost {
  /** Lets `put` do so, and gives the focus back to what had it inside; too many times, and the host leaves for good. */
  enter(put: () => void): void;
  /** The page has thrown the host out and has no room for it: what stood around it takes the focus that would be lost. */
  stayOut(): void;
}

export function keepHost({ host, root, stop }: Pick<Mount, "host" | "root" | "stop">): KeptHost {
  /** When it entered; no timer, which would hold on to elements that have left. */
  let entries: readonly number[] = [];
  let focused: Element | null;
  let around: readonly HTMLElement[];
  let heir: HTMLElement | undefined;
  const remember = () => {
    focused = root.activeElement;
    around = ancestorsOf(host);
  };

  remember();
  root.addEventListener(
    "focusin",
    guard(() => {
      remember();
      // After the browser's own scrolling; who presses with a pointer sees what is pressed.
      if (focused?.matches(":focus-visible"))
        requestAnimationFrame(guard(() => root.activeElement === focused && keepInSight(focused!, host)));
    }),
  );
  // A theme that throws the host out blurs it first: only a host still there afterwards has really lost the focus.
  root.addEventListener("focusout", () => setTimeout(() => host.isConnected && (focused = root.activeElement)));
  return {
    enter(put) {
      const now = performance.now();
      entries = entries.filter((time) => now - time < SPAN);
      if (entries.length === ENTRIES) return stop();
      put();
      if (!host.isConnected) return;
      entries = [...entries, now];
      const isLost = [document.body, heir].includes(document.activeElement as HTMLElement);
      heir = undefined;
      if (focused?.isConnected && isLost) (focused as HTMLElement).focus({ preventScroll: true });
    },
    stayOut() {
      // Once only: from then on the focus is where the shopper wants it.
      if (heir || !focused || document.activeElement !== document.body) return;
      heir = around.find((element) => element.isConnected);
      if (heir) focusBriefly(heir);
    },
  };
}

/** Up to the page's body, which is no place for the focus. */
function ancestorsOf(host: HTMLElement): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let element = host.parentElement; element && element !== document.body; element = element.parentElement) found.push(element);
  return found;
}
