import type { Stop } from "../../../types/platform.ts";
import { guard } from "../../lib/guard.ts";

/** Sums of rounded widths may be off by this much, in pixels. */
const SLACK = 2;

/** Tells the buttons of a strip where it stands: both hidden where all of it fits, each disabled at its end, the focus left where it is. */
export function watchEnds(root: ShadowRoot): Stop {
  const mark = guard(() => {
    const list = root.querySelector("ul:not(.misfits)");
    const turns = root.querySelector<HTMLElement>(".turns");
    if (!list || !turns) return;
    const room = list.scrollWidth - list.clientWidth;
    // Counted down from zero where the text runs from right to left.
    const gone = Math.abs(list.scrollLeft);
    turns.style.visibility = room > SLACK ? "" : "hidden";
    const ends = [gone <= SLACK, gone >= room - SLACK];
    turns.querySelectorAll("button").forEach((button, at) => button.setAttribute("aria-disabled", `${ends[at]}`));
  });
  const drawn = new MutationObserver(mark);
  const sized = new ResizeObserver(mark);
  drawn.observe(root, { childList: true, subtree: true });
  sized.observe(root.host);
  root.addEventListener("scroll", mark, { capture: true, passive: true });
  mark();
  return () => {
    drawn.disconnect();
    sized.disconnect();
    root.removeEventListener("scroll", mark, { capture: true });
  };
}
