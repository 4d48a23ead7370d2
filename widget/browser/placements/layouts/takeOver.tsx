import { hydrate, render } from "preact";
import type { LayoutProps } from "../../../types/layout.ts";
import { adopt } from "../../ui/adopt.ts";
import { Declined } from "../../ui/later/Declined.tsx";
import { failureText } from "../../ui/later/failureText.ts";
import { keepFocus } from "../../ui/later/keepFocus.ts";
import { laterParts } from "../../ui/later/laterParts.css.ts";
import { Misfits } from "../../ui/later/Misfits.tsx";
import type { Draw } from "../../ui/PartProps.ts";
import { progressText } from "../../ui/later/progressText.ts";
import { Status } from "../../ui/later/Status.tsx";
import { statusText } from "../../ui/later/statusText.ts";
import { toVNode } from "../../ui/later/toVNode.ts";

const later = { Declined, Misfits, failureText, progressText };

/** Hands a painted root to Preact, which keeps the elements and adds what only the later parts draw. Every update is drawn by what comes back. */
export function takeOver(root: ShadowRoot, draw: Draw, first: LayoutProps): (props: LayoutProps) => void {
  let shown = first;
  let status = "";
  const tree = () => toVNode([draw(shown, later), <Status text={status} />]);

  adopt(root, laterParts);
  // Preact listens in its own way; no press is heard twice.
  for (const element of root.querySelectorAll<HTMLElement>("*")) element.onclick = element.onerror = null;
  hydrate(tree(), root);
  return (props) => {
    status = statusText(shown, props) ?? status;
    shown = props;
    keepFocus(root, () => render(tree(), root));
  };
}
