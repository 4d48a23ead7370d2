import type { VNode } from "preact";
import { formatCount } from "./format.ts";

export interface BarsProps {
  readonly label: string;
  readonly bars: readonly { readonly name: string; readonly count: number; readonly note?: string }[];
}

/** Named counts as bars of one scale; the longest fills the width. */
export function Bars({ label, bars }: BarsProps): VNode {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul class="bars" aria-label={label}>
      {bars.map(({ name, count, note }) => (
        <li key={name}>
          <span class="bar-name">{name}</span>
          <span class="bar-track" aria-hidden="true">
            <span class="bar" style={{ width: `${(100 * count) / most}%` }} />
          </span>
          <span class="bar-count">
            {formatCount(count)}
            {note ? <small> {note}</small> : undefined}
          </span>
        </li>
      ))}
    </ul>
  );
}
