import type { Stop } from "../../types/platform.ts";
import { guard } from "../lib/guard.ts";

/** How long after a press of the shopper's something may move, in milliseconds: as long as browsers take it for an answer to it. */
const GRACE = 500;
/** How long scrolling must rest, in milliseconds, before the page is measured anew. */
const REST = 200;

/** Knows the shopper's last press, and calls `chance` when what had to wait may be tried again: after a press, and once scrolling rests. */
export function watchPress(chance: () => void): { recent(): boolean; readonly stop: Stop } {
  const quiet = new AbortController();
  const how = { capture: true, passive: true, signal: quiet.signal };
  const retry = guard(chance);
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(retry, delay);
  };
  const press = (event: Event) => {
    // Typing is no press: nobody wants a field to jump under the fingers.
    if (event.type === "pointerdown" || /^(Enter| )$/.test((event as KeyboardEvent).key)) last = performance.now();
  };
  addEventListener("pointerdown", press, how);
  addEventListener("keydown", press, how);
  // After the page's own handlers, so that what they do is not measured as ours.
  addEventListener("click", () => later(0), how);
  addEventListener("scroll", () => later(REST), how);
  return {
    recent: () => performance.now() - last < GRACE,
    stop() {
      quiet.abort();
      clearTimeout(timer);
    },
  };
}
