import { focusBriefly } from "./focusBriefly.ts";
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
  // The focus stays where the offers were, not at the top of the page.
  if (focused && parent) focusBriefly(parent);
}
