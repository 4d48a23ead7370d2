import type { Happening, OfferEvent } from "../../types/event.ts";
import { createId } from "../lib/id.ts";
import { now } from "../lib/now.ts";
import { freezeEvent } from "./freezeEvent.ts";
import { sanitise } from "./sanitise.ts";
import type { Visit } from "./visit.ts";

const ID_LENGTH = 22;

export interface MakerDeps {
  readonly visit: Visit;
  /** Of the widget. */
  readonly version: string;
  /** Of the model, where one was read. */
  build?(): string | undefined;
}

/** Makes events of what happened, for one page view: who, when and in which order. */
export function createMaker({ visit, version, build }: MakerDeps): (happening: Happening) => OfferEvent {
  const view = createId();
  return (happening) => {
    visit.keep({ seq: visit.seq + 1 });
    const facts = sanitise(happening);
    const { id: ofVisit, seq, unit: person } = visit;
    // A placed order has the same id wherever and however often its page is seen, so that it is one row.
    const id = facts.type === "ordered" ? facts.order.slice(0, ID_LENGTH) : createId();
    const made = build?.();
    const base = { id, seq, at: now(), visit: ofVisit, view, arm: visit.arm ?? "none", version };
    return freezeEvent({ ...base, ...(made && { build: made }), ...(person && person !== ofVisit && { person }), ...facts });
  };
}
