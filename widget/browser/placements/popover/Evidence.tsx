import type { PartProps } from "../../ui/PartProps.ts";
import { fill } from "../../ui/texts/fill.ts";
import { Comparison } from "./Comparison.tsx";
import { evidenceText } from "./evidenceText.ts";

/** Everything that speaks for an offer, in words, and whether somebody paid for its place. */
export function Evidence({ view: { offer }, props }: PartProps) {
  const { kind, by } = offer.product;
  const isPaid = kind === "partner" || by;
  return (
    <>
      {offer.because.map((reason) => {
        if (reason.kind === "better") return <Comparison offer={offer} differences={reason.differences} props={props} />;
        const text = evidenceText(reason, offer, props);
        return text && <p>{text}</p>;
      })}
      <p class="facts">{isPaid ? by && fill(props.texts, "partner", { name: by }) : props.texts.unpaid}</p>
    </>
  );
}
