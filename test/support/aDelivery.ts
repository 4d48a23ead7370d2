import type { Happening, OfferEvent } from "../../widget/types/event.ts";
import type { Sink } from "../../widget/types/sink.ts";
import { createConsent } from "../../widget/browser/events/consent.ts";
import { startDelivery } from "../../widget/browser/events/deliver.ts";
import { createRecorder } from "../../widget/browser/events/recorder.ts";
import { shareConsent } from "../../widget/browser/events/shareConsent.ts";
import { readVisit } from "../../widget/browser/events/visit.ts";
import { openStore } from "../../widget/browser/lib/storage.ts";

export const aHappening = (over: object = {}) =>
  ({
    type: "seen",
    placement: "cart",
    position: 1,
    offer: "cart.cross-sell.phone.case",
    kind: "cross-sell",
    source: "model",
    product: "case",
    for: "phone",
    price: 1990,
    currency: "EUR",
    quantity: 1,
    ...over,
  }) as Happening;

export const anEvent = (over: object = {}) =>
  ({ id: "id1", seq: 1, at: Date.now(), visit: "v", view: "w", arm: "offers", version: "1", ...aHappening(), ...over }) as OfferEvent;

interface DeliveryFacts {
  readonly consent?: "required" | "not-needed";
  readonly report?: boolean;
  readonly sinks?: readonly Sink[];
}

/** One page with events on it, as the flow puts it together. */
export function aDelivery({ consent: asked = "not-needed", report = true, sinks = [] }: DeliveryFacts = {}) {
  const consent = createConsent({ config: { consent: asked }, store: openStore("local") });
  const visit = readVisit({ consent, store: openStore("session") });
  const recorder = createRecorder({ consent });
  const config = { shop: "demo", dataLayer: true, ...(report && { report: { url: "https://collector.test/v1/events" } }) };
  const unshare = shareConsent(consent);
  const start = () => startDelivery({ consent, visit, recorder, config, sinks, version: "1.0.0", build: "b1" });
  return { consent, unshare, visit, recorder, start };
}
