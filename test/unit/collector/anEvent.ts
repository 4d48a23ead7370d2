import type { EventBatch } from "../../../widget/types/collector.ts";
import type { AboutOffer, OfferEvent, OrderedLine } from "../../../widget/types/event.ts";

/** Monday, 1 June 2026, noon UTC. */
export const NOON = Date.UTC(2026, 5, 1, 12);

const base = { seq: 1, at: NOON, visit: "visit1", view: "view1", arm: "offers", version: "0.1.0" } as const;

const about: AboutOffer = {
  ...{ placement: "cart", position: 1, offer: "cart.cross-sell.phone.case", kind: "cross-sell", source: "model" },
  ...{ product: "case", for: "phone", price: 1990, currency: "EUR", quantity: 1 },
};

export type OfferType = Extract<OfferEvent, AboutOffer>["type"];

/** An event about the clear case that goes with the phone in the cart. */
export function anEvent(type: OfferType, id: string, over: Readonly<Record<string, unknown>> = {}): OfferEvent {
  return { ...base, ...about, id, type, ...over } as OfferEvent;
}

export const aSwap = { offer: "cart.up-sell.p64.p128", kind: "up-sell", product: "p128", for: "p64", price: 59_900, priceOfOther: 49_900 };

export function anOrder(id: string, lines: readonly OrderedLine[], over: Readonly<Record<string, unknown>> = {}): OfferEvent {
  return { ...base, id, type: "ordered", order: `hash-of-${id}`, currency: "EUR", lines, ...over };
}

export function aBatch(events: readonly unknown[], over: Partial<EventBatch> = {}): unknown {
  return { shop: "demo", sentAt: NOON, dropped: {}, events, ...over };
}
