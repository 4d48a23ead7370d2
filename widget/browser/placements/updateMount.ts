import type { LayoutProps } from "../../types/layout.ts";
import { holdHeight } from "./holdHeight.ts";
import type { Mount } from "./mountSlot.ts";
import { wouldShift } from "./wouldShift.ts";

/** Draws a mount in the page anew, unless something visible moves by it. What answers the shopper's own press is shown however long the shop took. */
export function updateMount(mount: Mount, props: LayoutProps, mayMove: boolean): void {
  const { host, root, shown } = mount;
  const height = host.offsetHeight;
  const moved = wouldShift(host.parentElement!, host, () => {
    holdHeight(host, 0);
    mount.draw(props);
    if (!mayMove && host.offsetHeight < height) holdHeight(host, height);
  });
  if (shown && moved && !mayMove && !answers(shown, props)) mount.draw(shown);
  else mount.onViews(root);
}

/** Whether an offer, a misfit or the product in view that was there already has another state, or a line lost its place, as it does by a swap. */
function answers(before: LayoutProps, after: LayoutProps): boolean {
  const old = statesOf(before);
  const isLost = after.misfits.some(({ misfit }) => !old.has(misfit.line.key));
  return isLost || [...statesOf(after)].some(([key, state]) => old.has(key) && old.get(key) !== state);
}

const statesOf = ({ offers, misfits, view }: LayoutProps) =>
  new Map([
    ["", view?.state] as const,
    ...offers.map(({ offer, state }) => [offer.id, state] as const),
    ...misfits.map(({ misfit, state }) => [misfit.line.key, state] as const),
  ]);
