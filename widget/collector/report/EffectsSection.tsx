import { Fragment, type VNode } from "preact";
import { EffectCard } from "./EffectCard.tsx";
import { fillText } from "./fillText.ts";
import { Rich } from "./Rich.tsx";
import type { SectionProps } from "./sectionProps.ts";
import { Soundness } from "./Soundness.tsx";

/** What the offers added: the arms side by side, and what may be said of the difference. */
export function EffectsSection({ data, language }: SectionProps): VNode {
  const { effects, added, compared, worth, measured } = data.lift;
  const texts = language.texts.effects;
  const amount = (minor: number) => language.estimate(minor, added?.currency ?? "", true);
  const total = added && {
    visits: language.counted(language.texts.visits, compared.offers),
    amount: amount(added.estimate),
    range: fillText(texts.range, { low: amount(added.low), high: amount(added.high) }),
  };
  return (
    <>
      {effects.length === 0 ? (
        <p>
          <Rich text={texts.nothing} />
        </p>
      ) : undefined}
      {effects.map((effect, at) => (
        <Fragment key={`${effect.measure}.${effect.currency}`}>
          <EffectCard effect={effect} isFirst={at === 0} worth={worth} language={language} />
          {at === 0 && total ? (
            <p class="total-added">{fillText(effect.verdict === "more" ? texts.total : texts.sum, total)}</p>
          ) : undefined}
        </Fragment>
      ))}
      <Soundness data={data} language={language} />
      <div class="notes">
        {effects.some(({ difference }) => difference) ? <p class="note">{texts.reading}</p> : undefined}
        <p class="note">{texts.basis[measured.orders.basis]}</p>
      </div>
    </>
  );
}
