import { Fragment, type VNode } from "preact";
import { dayAfter } from "./dayAfter.ts";
import { EffectCard } from "./EffectCard.tsx";
import type { Values } from "./fillText.ts";
import { fillText } from "./fillText.ts";
import { Rich } from "./Rich.tsx";
import type { SectionProps } from "./sectionProps.ts";

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
      {effects.length === 0 ? <p>{texts.nothing}</p> : undefined}
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

/** Whether the comparison is sound, what watches over it, and how it goes on. */
function Soundness({ data, language }: SectionProps): VNode {
  const { split, guardrail, decidedAt, switch: said } = data.lift;
  const { texts } = language;
  const numbers = {
    offers: language.count(split.offers),
    holdout: language.count(split.holdout),
    expected: language.share(split.expected),
  };
  const orders = { offers: language.count(guardrail.offers), holdout: language.count(guardrail.holdout) };
  const held = { share: language.share(said.holdout), day: decidedAt === undefined ? "" : language.utcDay(decidedAt) };
  const lines: readonly Line[] = [
    ...(split.offers + split.holdout > 0
      ? [
          split.isSound
            ? { state: "good", text: texts.split.sound, values: numbers }
            : { state: "bad", text: texts.split.unsound, values: { ...numbers, day: dayAfter(data.last) } },
        ]
      : []),
    ...(guardrail.state === "red"
      ? [{ state: "bad", text: texts.guardrail.redTitle, values: {} }]
      : [{ state: guardrail.state === "green" ? "good" : "unknown", text: texts.guardrail[guardrail.state], values: orders }]),
    { state: "plain", text: decidedAt === undefined ? texts.holdout.undecided : texts.holdout.decided, values: held },
  ];
  return (
    <ul class="checks">
      {lines.map(({ state, text, values }) => (
        <li key={text} class={state}>
          <span>
            <Rich text={text} values={values} />
          </span>
        </li>
      ))}
    </ul>
  );
}

interface Line {
  readonly state: string;
  readonly text: string;
  readonly values: Values;
}
