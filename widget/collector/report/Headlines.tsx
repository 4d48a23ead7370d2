import type { VNode } from "preact";
import { NOTHING } from "./createLanguage.ts";
import { fillText } from "./fillText.ts";
import type { SectionProps } from "./sectionProps.ts";

/** The four counts to take along. */
export function Headlines({ data: { total, extraSales }, language }: SectionProps): VNode {
  const { texts, count, counted, minor, share } = language;
  const sums = extraSales.map(({ extra, currency }) => minor(extra, currency));
  return (
    <dl class="headlines">
      <Headline
        name={texts.steps.seen}
        figures={[count(total.seen)]}
        note={fillText(texts.funnel.ofShown, { count: count(total.shown) })}
      />
      <Headline
        name={texts.steps.taken}
        figures={[count(total.taken)]}
        note={total.rate === undefined ? "" : fillText(texts.funnel.ofSeen, { share: share(total.rate) })}
      />
      <Headline name={texts.funnel.still} figures={[count(total.ordered)]} note={counted(texts.funnel.lines, total.ordered)} />
      <Headline name={texts.extra.title} figures={sums.length > 0 ? sums : [NOTHING]} note={texts.funnel.inOrders} />
    </dl>
  );
}

function Headline({ name, figures, note }: { readonly name: string; readonly figures: readonly string[]; readonly note: string }): VNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {figures.map((figure) => (
          <b key={figure}>{figure}</b>
        ))}
        <small>{note}</small>
      </dd>
    </div>
  );
}
