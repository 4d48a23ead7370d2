import type { VNode } from "preact";
import type { EffectPoint } from "../../types/lift.ts";
import { Chart } from "./Chart.tsx";
import { NOTHING } from "./createLanguage.ts";
import { drawDifference } from "./drawDifference.ts";
import { Scroll } from "./Scroll.tsx";
import type { SectionProps } from "./sectionProps.ts";
import { Table } from "./Table.tsx";

/** The difference in revenue as it stood each evening, drawn and as a table. */
export function DailySection({ data: { lift }, language }: SectionProps): VNode {
  const texts = language.texts.daily;
  const currency = lift.effects[0]?.currency ?? "";
  const write = (minor: number | undefined) => (minor === undefined ? NOTHING : language.estimate(minor, currency, true));
  const points = lift.series;
  const isDrawn = points.some(({ estimate }) => estimate !== undefined);
  return (
    <>
      <div class={isDrawn ? "beside" : undefined}>
        {isDrawn ? <Chart label={texts.chart} draw={(width) => drawDifference({ points, format: write, language }, width)} /> : undefined}
        <Scroll label={texts.table}>
          <Table
            label={texts.table}
            head={texts.day}
            name={({ day }: EffectPoint) => language.utcTick(day)}
            columns={[
              { name: texts.visits, of: ({ units }: EffectPoint) => language.count(units) },
              { name: language.texts.effects.difference, of: ({ estimate }) => write(estimate) },
              { name: texts.low, of: ({ low }) => write(low) },
              { name: texts.high, of: ({ high }) => write(high) },
            ]}
            rows={points.toReversed()}
            isFixed
          />
        </Scroll>
      </div>
      <p class="note">{texts.note}</p>
    </>
  );
}
