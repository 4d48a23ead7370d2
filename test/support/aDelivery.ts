import type { Happening, OfferEvent } from "../../widget/types/event.ts";
import type { Sink } from "../../widget/types/sink.ts";
import { createConsent } from "../../widget/browser/events/consent.ts";
import { createMaker } from "../../widget/browser/events/createMaker.ts";
import { startDelivery } from "../../widget/browser/events/deliver.ts";
import { leaveEarly } from "../../widget/browser/events/leaveEarly.ts";
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

const URL = "https://collector.test/v1/events";

interface DeliveryFacts {
  readonly consent?: "required" | "not-needed";
  readonly report?: boolean;
  /** Where events are posted. */
  readonly url?: string;
  readonly sinks?: readonly Sink[];
}

/** One page with events on it, as the flow puts it together. */
export function aDelivery({ consent: asked = "not-needed", report = true, url = URL, sinks = [] }: DeliveryFacts = {}) {
  const [store, lasting] = [openStore("session"), openStore("local")];
  const consent = createConsent({ config: { consent: asked }, store: lasting });
  const visit = readVisit({ consent, store, lasting });
  const recorder = createRecorder({ consent, store, make: createMaker({ visit, version: "1.0.0", build: () => "b1" }) });
  const config = { shop: "demo", dataLayer: true, ...(report && { report: { url } }) };
  const unshare = shareConsent(consent);
  const unhear = leaveEarly(recorder, config);
  const start = () => startDelivery({ consent, recorder, visit, config, sinks });
  const stop = () => [unshare, unhear, consent.stop].forEach((one) => one());
  return { consent, visit, recorder, start, stop };
}
