import { holdHeight } from "./holdHeight.ts";
import type { Mount } from "./mountSlot.ts";
import { wouldShift } from "./wouldShift.ts";

/** Takes a mount out of the page, unless something visible moves by it: then an empty place of the same height stays, until it can go unseen. */
export function leavePage({ host, root, shown, draw, stop }: Mount, mayMove: boolean): void {
  const { parentElement: parent, nextSibling, offsetHeight } = host;
  const focused = root.activeElement;
  const moved = parent && wouldShift(parent, host, () => host.remove());
  if (moved && shown && !mayMove) {
    parent.insertBefore(host, nextSibling);
    holdHeight(host, offsetHeight);
    draw({ ...shown, offers: [], misfits: [] });
  } else stop();
  if (focused && parent) focusBriefly(parent);
}

/** The focus stays where the offers were, not at the top of the page. */
function focusBriefly(element: HTMLElement): void {
  if (!element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
}
