import type { VNode } from "preact";
import { DropsSection } from "./DropsSection.tsx";
import { Rich } from "./Rich.tsx";
import type { SectionProps } from "./sectionProps.ts";

/** What to look at when nothing comes. */
export function Empty({ data, language }: SectionProps): VNode {
  const { title, lead, address, origin, consent } = language.texts.empty;
  return (
    <section class="empty">
      <h2>{title}</h2>
      <p>{lead}</p>
      <ol>
        {[address, origin, consent].map((text) => (
          <li key={text}>
            <Rich text={text} />
          </li>
        ))}
      </ol>
      {data.dropped.total > 0 ? <DropsSection data={data} language={language} /> : undefined}
    </section>
  );
}
