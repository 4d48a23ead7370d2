import type { LayoutProps } from "../../types/layout.ts";
import type { Difference, Offer, Reason } from "../../types/offer.ts";
import type { Texts } from "../../types/texts.ts";
import { capitalise } from "./texts/capitalise.ts";
import { fill } from "./texts/fill.ts";

/** How many reasons are said, and how many differences in a list. */
const REASONS = 2;
const DIFFERENCES = 3;

/** Why it is offered, in words. With `full` nothing but the differences, every one; else a few, and never the better ones alone. */
export function reasonText({ because, forTitle }: Offer, { texts }: LayoutProps, full?: boolean): string {
  const say = (reason: Reason): string => {
    if (reason.kind === "better") return capitalise(sayDifferences(reason.differences, texts, full ? Infinity : DIFFERENCES));
    if (reason.kind === "rule") return reason.text ?? texts.ruled;
    const { share, value } = reason as { readonly share?: number; readonly value?: string };
    // What it was rated stands beside the price already.
    if (share === 0 || reason.kind === "rating") return "";
    // A half at most: "1 in 1" would claim more than the share does.
    return fill(texts, reason.kind, { other: forTitle ?? value, count: Math.max(2, Math.round(1 / share!)), ...reason });
  };
  return because
    .map(say)
    .filter(Boolean)
    .slice(0, full ? 1 : REASONS)
    .join(" · ");
}

function sayDifferences(differences: readonly Difference[], texts: Texts, most: number): string {
  const write = (list: readonly Difference[]) =>
    list.map(({ attribute, from, to }) => `${attribute} ${to}${from ? ` (${from})` : ""}`).join(", ");
  const worse = differences.filter(({ better }) => better === false);
  const rest = differences.filter(({ better }) => better !== false).slice(0, most - (worse.length && 1));
  return write(rest) + (worse.length ? `, ${fill(texts, "worse", { differences: write(worse.slice(0, most - rest.length)) })}` : "");
}
