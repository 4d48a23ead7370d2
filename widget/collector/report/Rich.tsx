import type { VNode } from "preact";
import type { Values } from "./fillText.ts";
import { fillText } from "./fillText.ts";

export interface RichProps {
  /** What stands between backticks is shown as code. */
  readonly text: string;
  readonly values?: Values;
}

/** A text with its code set apart. It is split before it is filled, so that no value can make anything but text. */
export function Rich({ text, values = {} }: RichProps): VNode {
  const parts = text.split("`").map((part) => fillText(part, values));
  return <>{parts.map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}</>;
}
