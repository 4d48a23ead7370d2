/** Less than this, in pixels, nobody sees. */
const SEEN = 1;

/**
 * Makes the change and tells whether anything outside `ours` that the shopper could see, or can now, moved by it or became narrower. Measured at
 * once, so that a change taken back in the same task is never painted. `parent` is where the change happens.
 */
export function wouldShift(parent: Element, ours: Element, change: () => void): boolean {
  const before: (readonly [Element, DOMRect])[] = [];
  let path: Element = ours;
  for (let node: Element | null = parent; node; path = node, node = node.parentElement) {
    for (const child of node.children) if (child !== path) before.push([child, child.getBoundingClientRect()]);
  }
  change();
  return before.some(([element, old]) => {
    const now = element.getBoundingClientRect();
    const moved = (["top", "left", "width"] as const).some((side) => Math.abs(now[side] - old[side]) > SEEN);
    return moved && (isVisible(old) || isVisible(now));
  });
}

const isVisible = ({ top, bottom, left, right, width, height }: DOMRect) =>
  width * height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
