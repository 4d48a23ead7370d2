import { Button } from "../Button.tsx";
import type { PartProps, Progress } from "../PartProps.ts";

/** How the controls of an offer stand that was accepted, whatever became of it; `undefined` where it was not. */
export function progress({ view: { offer, state, canUndo }, props }: PartProps): Progress | undefined {
  if (state === "ready") return undefined;
  const { texts } = props;
  const named = (text: string) => `${text}: ${offer.product.title}`;
  const busy = state === "working";
  const done = state === "done";
  const text = busy ? texts.working : done ? `${offer.kind === "up-sell" ? texts.swapped : texts.added} ✓` : texts.again;
  const undo = canUndo && <Button key="undo" text={texts.undo} name={named(texts.undo)} press={() => props.undo(offer)} />;
  return { label: [text, named(text)], busy, done, undo };
}
