import type { VNode } from "preact";
import type { GoalProgress } from "../../types/lift.ts";
import type { Language } from "./createLanguage.ts";
import { fillText } from "./fillText.ts";
import { Rich } from "./Rich.tsx";
import type { SectionProps } from "./sectionProps.ts";

/** What the merchant wants to reach, and how near it is. A description of all orders. */
export function GoalSection({ data, language }: SectionProps): VNode {
  const { goal } = data.lift;
  const texts = language.texts.goal;
  if (!goal) {
    return (
      <p class="note">
        <Rich text={texts.none} />
      </p>
    );
  }
  const { currency, rise, by, baseline, target, now, done, daysLeft } = goal;
  const facts = [
    [texts.baseline, language.minor(baseline, currency)],
    [texts.target, language.minor(target, currency)],
    [texts.now, language.minor(now, currency)],
    [texts.done, describeWay(goal, language)],
    [texts.time, daysLeft > 0 ? language.counted(texts.daysLeft, daysLeft) : texts.over],
  ] as const;
  return (
    <>
      <p class="lead">{fillText(texts.aim, { rise: language.change(rise), day: language.utcDay(by - 1) })}</p>
      {done === undefined ? undefined : <progress aria-label={texts.bar} value={Math.min(1, Math.max(0, done))} />}
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{texts.note}</p>
    </>
  );
}

function describeWay({ done }: GoalProgress, { texts, share }: Language): string {
  if (done === undefined) return share(done);
  if (done >= 1) return texts.goal.reached;
  return done < 0 ? texts.goal.below : fillText(texts.goal.way, { share: share(done) });
}
