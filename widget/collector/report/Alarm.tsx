import type { VNode } from "preact";
import { fillText } from "./fillText.ts";
import { Rich } from "./Rich.tsx";
import type { SectionProps } from "./sectionProps.ts";
import { dayAfter } from "./dayAfter.ts";

/** What nobody may overlook: offers were switched off because they kept shoppers from finishing their checkout. */
export function Alarm({ data, language }: SectionProps): VNode | undefined {
  const { state, since, offers, holdout, change } = data.lift.guardrail;
  const texts = language.texts.guardrail;
  if (state !== "red") return undefined;
  const values = { offers: language.count(offers), holdout: language.count(holdout), day: language.utcDay(since ?? data.last ?? 0) };
  const what = [fillText(texts.red, values), change === undefined ? "" : fillText(texts.redChange, { change: language.change(change) })];
  return (
    <section class="alarm" role="alert">
      <h2>{texts.redTitle}</h2>
      <p>{what.join(" ")}</p>
      <p>
        <Rich text={texts.anew} values={{ day: dayAfter(data.last) }} />
      </p>
    </section>
  );
}
