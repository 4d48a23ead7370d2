import { Button } from "../Button.tsx";
import type { PartProps } from "../PartProps.ts";

/** What is left of a declined offer: one quiet line, and a question that need not be answered. Nothing for any other. */
export function Declined({ view: { offer, state }, props: { texts, rate } }: PartProps) {
  const answers = [
    ["have-it", texts.haveIt],
    ["not-for-me", texts.notForMe],
    ["too-dear", texts.tooDear],
    ["does-not-fit", texts.doesNotFit],
  ] as const;
  const asking = state === "declined";
  if (!asking && state !== "thanked") return null;
  return (
    <div class="card">
      <p class="reason" tabIndex={-1}>
        {asking ? `${texts.declined} ${texts.whyNot}` : texts.thanks}
      </p>
      {asking && (
        <div class="answers">
          {answers.map(([answer, text]) => (
            <Button key={answer} text={text} name={`${text}: ${offer.product.title}`} press={() => rate(offer, answer)} />
          ))}
        </div>
      )}
    </div>
  );
}
