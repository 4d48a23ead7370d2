import type { VNode } from "preact";

export interface ChartProps {
  /** What it shows, for those who do not see it. */
  readonly label: string;
  /** Draws for a width in pixels. */
  readonly draw: (width: number) => Element;
  readonly caption?: string;
}

/** Less than this cannot be drawn legibly; it is then scaled down. */
const LEAST_WIDTH = 240;

/** A drawing of Plot's, made for the width it has. */
export function Chart({ label, draw, caption }: ChartProps): VNode {
  const show = (place: HTMLElement | null) => {
    if (!place) return;
    const chart = draw(Math.max(place.clientWidth, LEAST_WIDTH));
    // One picture with one name, not dozens of shapes with names of their own.
    for (const part of chart.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
    chart.setAttribute("role", "img");
    chart.setAttribute("aria-label", label);
    // The policy of the page allows no style elements; what this one holds is in the page's own sheet.
    for (const style of chart.querySelectorAll("style")) style.remove();
    place.replaceChildren(chart);
  };
  return (
    <figure>
      {caption === undefined ? undefined : <figcaption>{caption}</figcaption>}
      <div class="chart" ref={show} />
    </figure>
  );
}
