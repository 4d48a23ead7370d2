import { Fragment, h, hydrate, render } from "preact";
import type { LayoutProps } from "../../../types/layout.ts";
import { adopt } from "../../ui/adopt.ts";
import { Declined } from "../../ui/later/Declined.tsx";
import { failureText } from "../../ui/later/failureText.ts";
import { keepFocus } from "../../ui/later/keepFocus.ts";
import { laterParts } from "../../ui/later/laterParts.css.ts";
import { Misfits } from "../../ui/later/Misfits.tsx";
import { progress } from "../../ui/later/progress.tsx";
import { Status } from "../../ui/later/Status.tsx";
import { statusText } from "../../ui/later/statusText.ts";
import { toVNode } from "../../ui/later/toVNode.ts";
import type { Draw, LaterParts } from "../../ui/PartProps.ts";

const later: LaterParts = { Declined, Misfits, failureText, progress };

/** Hands a painted root to Preact, which keeps its elements and adds what only the later parts draw. What comes back draws every update. */
export function takeOver(root: ShadowRoot, draw: Draw, first: LayoutProps): (props: LayoutProps) => void {
  let shown = first;
  let status = "";
  const show = (parts?: LaterParts) => h(Fragment, null, toVNode([draw(shown, parts), <Status text={status} />]));

  adopt(root, laterParts);
  // Preact listens in its own way; no press is heard twice.
  for (const element of root.querySelectorAll<HTMLElement>("*")) element.onclick = element.onerror = null;
  hydrate(show(), root);
  // Where nothing is to be added nothing is drawn: a box ticked meanwhile stays ticked.
  if (!isReady(first)) render(show(later), root);
  return (props) => {
    status = statusText(shown, props) ?? status;
    shown = props;
    keepFocus(root, () => render(show(later), root));
  };
}

const isReady = ({ offers, misfits }: LayoutProps) => misfits.length === 0 && offers.every(({ state }) => state === "ready");
