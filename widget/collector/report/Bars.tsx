import type { VNode } from "preact";
import type { Language } from "./createLanguage.ts";

export interface BarsProps {
  readonly label: string;
  readonly bars: readonly { readonly name: string; readonly count: number }[];
  readonly language: Language;
}

/** Named counts as bars of one scale; the longest fills the width. */
export function Bars({ label, bars, language }: BarsProps): VNode {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul class="bars" aria-label={label}>
      {bars.map(({ name, count }) => (
        <li key={name}>
          <span class="bar-name">{name}</span>
          <span class="bar-track" aria-hidden="true">
            <span class="bar" style={{ width: `${(100 * count) / most}%` }} />
          </span>
          <span class="bar-count">{language.count(count)}</span>
        </li>
      ))}
    </ul>
  );
}
