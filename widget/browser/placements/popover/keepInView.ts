import { computePosition, flip, offset, type Platform, shift, size } from "@floating-ui/core";
import { autoUpdate } from "@floating-ui/dom";
import type { Stop } from "../../../types/platform.ts";
import { guard } from "../../lib/guard.ts";

/** In pixels: to the opener, and to the edges of the window. */
const GAP = 6;
const EDGE = { padding: 8 };

/** What is fixed above the page knows no clipping but the window's; the general platform, which knows every other, is as large as all the rest. */
const platform: Platform = {
  getElementRects: ({ reference, floating }) => ({
    reference: reference.getBoundingClientRect(),
    floating: { x: 0, y: 0, ...sizeOf(floating) },
  }),
  getDimensions: sizeOf,
  getClippingRect() {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    return { x: 0, y: 0, width, height };
  },
  isRTL: (element: Element) => getComputedStyle(element).direction === "rtl",
};

/** Keeps a panel beside its opener and within the window, whatever scrolls or grows. `mayStay` is asked first each time. */
export function keepInView(opener: Element, panel: HTMLElement, mayStay: () => boolean): Stop {
  const { style } = panel;
  const limit = size({ ...EDGE, apply: ({ availableHeight }) => void (style.maxHeight = `${availableHeight}px`) });
  const place = async () => {
    if (!mayStay()) return;
    const { x, y } = await computePosition(opener, panel, {
      platform,
      strategy: "fixed",
      placement: "bottom-start",
      middleware: [offset(GAP), flip(EDGE), shift(EDGE), limit],
    });
    // Without a top layer it may be fixed to something else than the window.
    const { left, top } = panel.getBoundingClientRect();
    style.left = `${(Number.parseFloat(style.left) || 0) + x - left}px`;
    style.top = `${(Number.parseFloat(style.top) || 0) + y - top}px`;
  };
  return autoUpdate(opener, panel, guard(place));
}

function sizeOf({ offsetWidth: width, offsetHeight: height }: HTMLElement) {
  return { width, height };
}
