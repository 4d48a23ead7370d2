import type { VNode } from "preact";
import type { LiftFigures } from "../../types/lift.ts";
import type { Language } from "./createLanguage.ts";
import { dayAfter } from "./dayAfter.ts";
import type { Values } from "./fillText.ts";
import { Rich } from "./Rich.tsx";
import type { SectionProps } from "./sectionProps.ts";

/** Whether the comparison is sound, what watches over it, and how it goes on. */
export function Soundness({ data: { lift, last }, language }: SectionProps): VNode {
  const lines = [...describeSplit(lift, last, language), describeGuardrail(lift, language), ...describeHoldout(lift, language)];
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
  readonly state: "good" | "bad" | "unknown" | "plain";
  readonly text: string;
  readonly values: Values;
}

function describeSplit({ split }: LiftFigures, last: number | undefined, { texts, count, share }: Language): readonly Line[] {
  const { offers, holdout, expected, isSound } = split;
  if (offers + holdout === 0) return [];
  const values = { offers: count(offers), holdout: count(holdout), expected: share(expected), day: dayAfter(last) };
  return [isSound ? { state: "good", text: texts.split.sound, values } : { state: "bad", text: texts.split.unsound, values }];
}

function describeGuardrail({ guardrail: { state, offers, holdout } }: LiftFigures, { texts, count }: Language): Line {
  if (state === "red") return { state: "bad", text: texts.guardrail.redTitle, values: {} };
  const values = { offers: count(offers), holdout: count(holdout) };
  return { state: state === "green" ? "good" : "unknown", text: texts.guardrail[state], values };
}

/** Nothing is held out of offers that are off. */
function describeHoldout({ decidedAt, switch: said }: LiftFigures, { texts, share, utcDay }: Language): readonly Line[] {
  if (said.offers === "off") return [];
  const held = share(said.holdout);
  if (decidedAt === undefined) return [{ state: "plain", text: texts.holdout.undecided, values: { share: held } }];
  return [{ state: "plain", text: texts.holdout.decided, values: { share: held, day: utcDay(decidedAt) } }];
}
