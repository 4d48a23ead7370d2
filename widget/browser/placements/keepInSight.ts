/** Air between a control and what covered it, in pixels. */
const AIR = 8;

/** Scrolls as far as it takes to bring a control of `host` out from behind what sticks to an edge of the window: a header, a bar, a banner. */
export function keepInSight(control: Element, host: Element): void {
  const { left, width, top, bottom } = control.getBoundingClientRect();
  const barAt = (y: number) => {
    let bar = document.elementFromPoint(left + width / 2, y);
    if (!bar || bar.contains(host)) return undefined;
    while (bar.parentElement && !bar.parentElement.contains(host)) bar = bar.parentElement;
    return bar.getBoundingClientRect();
  };
  const bar = barAt(top + 1) ?? barAt(bottom - 1);
  if (!bar) return;
  const isAbove = bar.top + bar.bottom < innerHeight;
  scrollerOf(host).scrollBy({ top: isAbove ? top - bar.bottom - AIR : bottom - bar.top + AIR, behavior: "instant" });
}

/** What scrolls the host: the page, or something in it, such as a drawer. */
function scrollerOf(host: Element): Element | Window {
  for (let element = host.parentElement; element && element !== document.body; element = element.parentElement) {
    if (element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY)) return element;
  }
  return window;
}
