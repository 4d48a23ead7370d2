import type { OfferEvent } from "../../types/event.ts";

/** The event itself, which nobody whom it is handed to can change any more, down to its lines. */
export function freezeEvent(event: OfferEvent): OfferEvent {
  const { lines } = event as { readonly lines?: unknown };
  if (Array.isArray(lines)) Object.freeze(lines).forEach(Object.freeze);
  return Object.freeze(event);
}
