import type { ComponentChild, VNode } from "preact";
import type { Effect, Range } from "../../types/lift.ts";
import { Chart } from "./Chart.tsx";
import type { Language } from "./createLanguage.ts";
import { drawInterval } from "./drawInterval.ts";
import { fillText } from "./fillText.ts";
import { Table } from "./Table.tsx";

export interface EffectCardProps {
  readonly effect: Effect;
  /** Whether it is the question, which is judged before all others. */
  readonly isFirst: boolean;
  /** Smallest effect worth knowing, as a share. */
  readonly worth: number;
  readonly language: Language;
}

/** One measure: the verdict in words, the interval drawn, and the numbers beside it. */
export function EffectCard({ effect, isFirst, worth, language }: EffectCardProps): VNode {
  const { measure, verdict, difference } = effect;
  const texts = language.texts.effects;
  const title = titleOf(effect, language);
  const write = writer(effect, language);
  return (
    <article class={`effect ${verdict}`}>
      <h3>
        <span>{title}</span> <span class="badge">{texts.badges[verdict]}</span>
      </h3>
      <p class="verdict">{describe(effect, { isFirst, worth, language })}</p>
      <div class="effect-body">
        {difference ? (
          <Chart
            label={fillText(texts.chart, { measure: title })}
            draw={(width) => drawInterval({ range: difference, format: write.signed }, width)}
          />
        ) : undefined}
        <Table
          label={title}
          head={language.texts.afterwards.group}
          name={({ name }: Row) => name}
          columns={[{ name: texts.per[measure === "averageOrder" ? "order" : "thousand"], of: valueOf }]}
          rows={rowsOf(effect, { language, write })}
          isTotal={({ isMain }) => isMain === true}
          isFixed
        />
      </div>
    </article>
  );
}

interface Row {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
  readonly isMain?: boolean;
}

function valueOf({ value, note }: Row): ComponentChild {
  if (note === undefined) return value;
  return (
    <>
      {value} <small>({note})</small>
    </>
  );
}

interface Writer {
  plain(value: number): string;
  signed(value: number): string;
}

function writer({ currency }: Effect, language: Language): Writer {
  if (currency === undefined) return { plain: language.decimal, signed: (value) => (value > 0 ? "+" : "") + language.decimal(value) };
  return { plain: (minor) => language.estimate(minor, currency), signed: (minor) => language.estimate(minor, currency, true) };
}

function rowsOf(
  { offers, holdout, difference, relative }: Effect,
  { language, write }: { readonly language: Language; readonly write: Writer },
): readonly Row[] {
  const texts = language.texts.effects;
  const arms = [
    { name: texts.arms.offers, value: write.plain(offers) },
    { name: texts.arms.holdout, value: write.plain(holdout) },
  ];
  if (!difference) return arms;
  const range = ({ low, high }: Range, format: (value: number) => string) =>
    fillText(texts.range, { low: format(low), high: format(high) });
  return [
    ...arms,
    { name: texts.difference, value: write.signed(difference.estimate), isMain: true },
    { name: texts.interval, value: range(difference, write.signed) },
    ...(relative ? [{ name: texts.relative, value: language.change(relative.estimate), note: range(relative, language.change) }] : []),
  ];
}

function titleOf({ measure, currency }: Effect, { texts }: Language): string {
  return currency === undefined ? texts.effects.measures[measure] : `${texts.effects.measures[measure]}, ${currency}`;
}

/** The verdict in words, with how much is missing where that can be said. */
function describe(effect: Effect, { isFirst, worth, language }: Omit<EffectCardProps, "effect">): string {
  const { verdict, difference, relative, moreVisits } = effect;
  const texts = language.texts.effects;
  const change = difference ? writer(effect, language).signed(difference.estimate) : "";
  const share = relative ? ` (${language.change(relative.estimate)})` : "";
  const isApart = difference !== undefined && (difference.low > 0 || difference.high < 0);
  const text = verdict === "open" && isApart && !isFirst ? texts.waits : texts.verdicts[verdict];
  const words = fillText(text, { difference: change + share, worth: language.share(worth) });
  if (moreVisits === undefined) return words;
  return `${words} ${fillText(language.counted(texts.moreVisits, moreVisits), { worth: language.share(worth) })}`;
}
