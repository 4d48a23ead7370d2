import { type ComponentChildren, h, hydrate, render } from "preact";
import type { LayoutProps } from "../../../types/layout.ts";
import { adopt } from "../../ui/adopt.ts";
import { Declined } from "../../ui/later/Declined.tsx";
import { failureText } from "../../ui/later/failureText.ts";
import { keepFocus } from "../../ui/later/keepFocus.ts";
import { laterParts } from "../../ui/later/laterParts.css.ts";
import { Misfits } from "../../ui/later/Misfits.tsx";
import { progress } from "../../ui/later/progress.tsx";
import { Stars } from "../../ui/later/Stars.tsx";
import { Reason } from "../../ui/later/Reason.tsx";
import { Status } from "../../ui/later/Status.tsx";
import { statusText } from "../../ui/later/statusText.ts";
import { toVNode, withoutPrototype } from "../../ui/later/toVNode.ts";
import type { Draw, LaterParts } from "../../ui/PartProps.ts";
import { createDisclosure } from "../popover/createDisclosure.ts";

/** Hands a painted root to Preact, which keeps its elements and adds what only the later parts draw. What comes back draws every update. */
export function takeOver(root: ShadowRoot, draw: Draw, first: LayoutProps): (props: LayoutProps) => void {
  let shown = first;
  let status = "";
  let turn = 0;
  const { settle, ...opening } = createDisclosure(root);
  const later: LaterParts = { Declined, Misfits, Reason, failureText, progress, Stars, ...opening };
  const show = (parts?: LaterParts) => h(Root, null, toVNode([draw(shown, parts), <Status text={status} turn={turn} />]));

  adopt(root, laterParts);
  // Preact listens in its own way; no press is heard twice.
  for (const element of root.querySelectorAll<HTMLElement>("*")) element.onclick = element.onchange = element.onerror = null;
  // A first offer is as it was painted, but for what it opens; so nothing is drawn over it, and a box ticked meanwhile stays ticked.
  // What that says comes with the next drawing, where it is not there yet.
  hydrate(show(isReady(first) && first.texts.close ? later : undefined), root);
  if (!isReady(first)) render(show(later), root);
  settle();
  return (props) => {
    const said = statusText(shown, props);
    if (said !== undefined) [status, turn] = [said, turn + 1];
    shown = props;
    keepFocus(root, () => render(show(later), root));
    settle();
  };
}

const isReady = ({ offers, misfits }: LayoutProps) => misfits.length === 0 && offers.every(({ state }) => state === "ready");

/** Preact compares what is new with an empty object of its own, which a component gets to see as its context. */
function Root({ children }: { readonly children?: ComponentChildren }, context: object) {
  withoutPrototype(context);
  return children;
}
