import type { TargetedMouseEvent } from "preact";
import { guard } from "../../lib/guard.ts";

interface VariantsProps {
  /** The list the offer was drawn with, which keeps the choice. */
  readonly select: HTMLSelectElement;
  /** Called once a variant was picked. */
  done(): void;
}

/** The variants of a list with their names whole. Picking one chooses it in the list too. */
export function Variants({ select, done }: VariantsProps) {
  const pick = ({ currentTarget, detail }: TargetedMouseEvent<HTMLInputElement>) => {
    select.value = currentTarget.value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    // The arrow keys pick on their way to another one.
    if (detail) done();
  };
  return (
    <div class="choices">
      {[...select.options]
        .filter(({ value }) => value)
        .map(({ value, text, disabled }) => (
          <label key={value}>
            <input type="radio" name="v" value={value} disabled={disabled} checked={value === select.value} onClick={guard(pick)} />
            {text}
          </label>
        ))}
    </div>
  );
}
