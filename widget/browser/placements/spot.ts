import type { Anchor } from "../../types/platform.ts";

/** Where an element of ours goes. */
export interface Spot {
  /** What the selector found. */
  readonly match: Element;
  /** The element it is put at, and where, seen from that one. */
  readonly at: Element;
  readonly position: NonNullable<Anchor["position"]>;
  /** What it becomes a child of. */
  readonly parent: Element;
}

/** Elements that must not hold a block of ours, or do not show it. */
const CLOSED = /^([uod]l|t(able|head|body|foot|r)|p|a|h\d|button|label|select|textarea|input|img|iframe|head|html)$/i;

/** Inside the match, or beside what cannot hold us: a list, a table, an element with a shadow root. `undefined` where the page has no room. */
export function toSpot(match: Element, position: Spot["position"]): Spot | undefined {
  let at = match;
  for (;;) {
    const parent: Element | null = /pend/.test(position) ? at : at.parentElement;
    if (!parent) return undefined;
    if (!CLOSED.test(parent.tagName) && !parent.shadowRoot) return { match, at, position, parent };
    at = parent;
    position = "after";
  }
}
