import type { TargetedMouseEvent } from "preact";
import { guard } from "../lib/guard.ts";

interface ButtonProps {
  readonly text: string;
  /** Accessible name; holds `text`. */
  readonly name: string;
  /** What it is for, as a class of its own. */
  readonly as?: "accept" | "decline" | "done" | "quiet";
  /** Says what happened instead of asking for a press; keeps the focus. */
  readonly off?: boolean;
  press(event: TargetedMouseEvent<HTMLButtonElement>): void;
}

/** The second press of a double click is not heard: by then another button may stand in the same place. */
export function Button({ text, name, as = "quiet", off, press }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${as}`}
      aria-label={name}
      aria-disabled={off}
      onClick={guard((event) => off || event.detail > 1 || press(event))}
    >
      {text}
    </button>
  );
}
