import type { ComponentChild } from "preact";
import { guard } from "../../lib/guard.ts";
import type { PartProps } from "../PartProps.ts";
import { failureText } from "./failureText.ts";

/**
 * The line that says why: pressed, it opens the evidence. As large as the words alone, so that nothing moves when it takes their place. What went
 * wrong takes the reason's place.
 */
export function Reason(part: PartProps, text: string): ComponentChild {
  const { view, props } = part;
  const { texts, local, later, change } = props;
  const failure = failureText(view, props);
  const name = `${texts.why} ${view.offer.product.title}: ${text}`;
  const isChoice = local["topic"] === "choose";
  // The later texts may still be on their way.
  const isOpener = text && texts.why && !failure;
  const panel = (isChoice || isOpener) && later?.Panel(part);
  const isOpen = !!panel && !isChoice;
  const toggle = (event: MouseEvent) => {
    if (event.detail < 2) change({ open: isOpen ? undefined : view.offer.id, topic: "why" });
  };
  return (
    <>
      <p class="reason">
        {isOpener ? (
          <button type="button" class="why" aria-expanded={isOpen} aria-label={name} onClick={guard(toggle)}>
            {text}
          </button>
        ) : (
          failure || text
        )}
      </p>
      {panel}
    </>
  );
}
