import type { OfferEvent } from "../../../types/event.ts";
import type { Sink } from "../../../types/sink.ts";
import { freezeEvent } from "../freezeEvent.ts";

/**
 * `goeswith:event` for the shop's own scripts, the event as its frozen `detail`, on the element that shows the offer; it bubbles, also out of
 * a theme's shadow roots, so that one listener on the document hears all.
 */
export function createDom(): Sink {
  return {
    name: "dom",
    async send(batch) {
      for (const event of batch) {
        const detail = freezeEvent(event);
        hostOf(event).dispatchEvent(new CustomEvent("goeswith:event", { detail, bubbles: true, composed: true }));
      }
      return { done: batch.map(({ id }) => id), rejected: [] };
    },
  };
}

/** Where the offer stands; once it has gone, where others of its list do; else the document. */
function hostOf(event: OfferEvent): EventTarget {
  if (!("offer" in event)) return document;
  const hosts = [...document.querySelectorAll("goes-with-offers")];
  const find = (isIt: (offer: string) => boolean) =>
    hosts.find(({ shadowRoot }) =>
      [...(shadowRoot?.querySelectorAll("[data-offer]") ?? [])].some((one) => isIt(one.getAttribute("data-offer")!)),
    );
  return find((offer) => offer === event.offer) ?? find((offer) => offer.startsWith(`${event.placement}.${event.kind}.`)) ?? document;
}
