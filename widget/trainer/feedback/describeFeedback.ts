import type { ChangedPair } from "../../types/changes.ts";
import type { BuiltModel } from "../files/buildModel.ts";
import { describeSkipped, grouped } from "../reading/describeSkipped.ts";
import type { FeedbackDone } from "./feedback.ts";
import type { FeedbackReading } from "./readFeedback.ts";

/** More of a kind are not named. */
const NAMED = 5;

/** What was read of the events, and what of it was left out. */
export function describeFeedback({ events, visits, skipped, bad }: FeedbackReading): string {
  return [`Events: ${grouped(events)} of ${grouped(visits)} visits`, ...describeSkipped({ skipped, bad })].join("\n");
}

/** What shoppers moved, and what the merchant may want to look at. */
export function describeMoved({ moved, kept }: FeedbackDone, cards: BuiltModel["cards"]): string {
  const told = (pair: ChangedPair) => `${titleOf(pair.product)} for ${titleOf(pair.for)}`;
  const titleOf = (id: string) => cards.get(id)?.title ?? id;
  const outs = moved.filter(({ factor }) => factor === 0);
  const lowered = moved.filter(({ factor }) => factor > 0 && factor < 1);
  const lifted = moved.filter(({ factor }) => factor > 1);
  return [
    `What shoppers made of it: ${grouped(lowered.length)} pairs lowered, ${grouped(lifted.length)} lifted, ${grouped(outs.length)} taken out`,
    ...named(outs, (pair) => `  taken out, as it does not fit: ${told(pair)}`),
    ...named(lowered, (pair) => `  lowered, × ${pair.factor}: ${told(pair)}`),
    ...named(lifted, (pair) => `  lifted, × ${pair.factor}: ${told(pair)}`),
    ...named(kept, (pair) => `  shoppers say it does not fit, and it is your own rule or relation, so it stays: ${told(pair)}`),
  ].join("\n");
}

function named(pairs: readonly ChangedPair[], line: (pair: ChangedPair) => string): readonly string[] {
  const more = pairs.length - NAMED;
  return [...pairs.slice(0, NAMED).map(line), ...(more > 0 ? [`  and ${grouped(more)} more`] : [])];
}
