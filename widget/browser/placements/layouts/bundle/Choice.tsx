import type { TargetedMouseEvent } from "preact";
import { guard } from "../../../lib/guard.ts";
import { Button } from "../../../ui/Button.tsx";
import type { PartProps } from "../../../ui/PartProps.ts";
import { fill } from "../../../ui/texts/fill.ts";

interface ChoiceProps extends PartProps {
  /** The shop is being asked, for this or for another item. */
  readonly isBusy: boolean;
}

/** Tick and decline, side by side and of one size. Taking the tick away from what was bought undoes it. */
export function Choice({ isBusy, view, props }: ChoiceProps) {
  const { offer, state, canUndo } = view;
  const { texts, local, later } = props;
  const product = offer.product.title;
  const isDone = state === "done";
  const off = isBusy || (isDone && !canUndo);
  const [text, name] = later?.progress({ view, props })?.label ?? [texts.add, fill(texts, "addProduct", { product })];
  const press = (event: TargetedMouseEvent<HTMLInputElement>) => {
    if (off) event.preventDefault();
    else if (isDone) props.undo(offer);
  };
  return (
    <div class="actions">
      <label class="button tick">
        <input type="checkbox" checked={isDone || !!local[offer.id]} aria-label={name} aria-disabled={off} onClick={guard(press)} />
        {text}
      </label>
      {!isDone && (
        <Button text={texts.decline} name={`${texts.decline}: ${product}`} as="decline" off={off} press={() => props.decline(offer)} />
      )}
    </div>
  );
}
