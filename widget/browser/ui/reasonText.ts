import type { LayoutProps } from "../../types/layout.ts";
import type { Difference, Offer, Reason } from "../../types/offer.ts";
import { capitalise } from "./texts/capitalise.ts";
import { fill } from "./texts/fill.ts";

/** How many reasons are said, and how many differences in a list. */
const REASONS = 2;
const DIFFERENCES = 3;

/** Why it is offered, in words. With `full` nothing but the differences, every one; else a few, and never the better ones alone. */
export function reasonText({ because, forTitle }: Offer, { texts }: LayoutProps, full?: boolean): string {
  const say = (reason: Reason): string => {
    switch (reason.kind) {
      case "fits":
        return fill(texts.fits, { ...reason, other: forTitle ?? reason.value });
      case "together":
        // A half at most: "1 in 1" would claim more than the share does.
        return reason.share > 0 ? fill(texts.together, { count: Math.max(2, Math.round(1 / reason.share)) }) : "";
      case "better":
        return capitalise(sayDifferences(reason.differences, texts.worse, full ? Infinity : DIFFERENCES));
      case "rule":
        return reason.text ?? texts.ruled;
      case "rating":
        return fill(texts.rating, { ...reason });
      default:
        return texts[reason.kind];
    }
  };
  return because
    .map(say)
    .filter(Boolean)
    .slice(0, full ? 1 : REASONS)
    .join(" · ");
}

function sayDifferences(differences: readonly Difference[], but: string, most: number): string {
  const write = (list: readonly Difference[]) =>
    list.map(({ attribute, from, to }) => `${attribute} ${to}${from ? ` (${from})` : ""}`).join(", ");
  const worse = differences.filter(({ better }) => better === false);
  const rest = differences.filter(({ better }) => better !== false).slice(0, most - (worse.length && 1));
  return write(rest) + (worse.length ? `, ${fill(but, { differences: write(worse.slice(0, most - rest.length)) })}` : "");
}
