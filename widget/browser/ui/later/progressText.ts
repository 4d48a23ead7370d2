import type { Labelled, PartProps } from "../PartProps.ts";

/** What stands on the button that accepts once it was pressed, and its accessible name. */
export function progressText({ view: { offer, state }, props: { texts } }: PartProps): Labelled {
  const done = offer.kind === "up-sell" ? texts.swapped : texts.added;
  const text = state === "working" ? texts.working : state === "failed" ? texts.again : `${done} ✓`;
  return [text, `${text}: ${offer.product.title}`];
}
