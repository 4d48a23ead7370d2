import { afterEach, expect, it, vi } from "vitest";
import type { AboutOffer, OfferEvent } from "../../../../../widget/types/event.ts";
import { createDom } from "../../../../../widget/browser/events/sinks/dom.ts";
import { anEvent } from "../../../../support/aDelivery.ts";

afterEach(() => {
  document.body.replaceChildren();
});

/** An element of ours with these offers in it. */
function aHost(...offers: readonly string[]): Element {
  const host = document.createElement("goes-with-offers");
  for (const offer of offers) {
    const row = document.createElement("li");
    row.dataset["offer"] = offer;
    (host.shadowRoot ?? host.attachShadow({ mode: "open" })).append(row);
  }
  document.body.append(host);
  return host;
}

/** On which elements each event was told, as the document hears it. */
async function targets(...events: readonly OfferEvent[]): Promise<readonly (EventTarget | null)[]> {
  const heard: (EventTarget | null)[] = [];
  const listener = ({ target }: Event) => heard.push(target);
  document.addEventListener("goeswith:event", listener);
  await createDom().send(events, { leaving: false });
  document.removeEventListener("goeswith:event", listener);
  return heard;
}

it("tells each event on the element that shows the offer, and lets it bubble", async () => {
  const [cart, drawer] = [aHost("cart.cross-sell.phone.film", "cart.cross-sell.phone.case"), aHost("drawer.cross-sell.phone.case")];
  const there = anEvent({ placement: "drawer", offer: "drawer.cross-sell.phone.case" });
  expect(await targets(anEvent(), there)).toEqual([cart, drawer]);
});

it("tells of an offer that has gone where others of its list stand, else on the document, as what is of no offer", async () => {
  const { offer: _, ...anEligible } = anEvent({ type: "eligible" }) as AboutOffer & OfferEvent;
  const gone = anEvent({ type: "dismissed", offer: "cart.cross-sell.phone.gone" });
  const swapped = anEvent({ type: "swapped", kind: "up-sell", offer: "cart.up-sell.phone.pro" });
  document.body.append(document.createElement("goes-with-offers"));
  const cart = aHost("cart.cross-sell.phone.case");
  expect(await targets(gone, swapped, anEligible as OfferEvent)).toEqual([cart, document, document]);
});

it("gets out of a theme's shadow roots, and cannot be changed by whoever hears it", async () => {
  const event = anEvent({ type: "ordered", lines: [{ product: "case", quantity: 1 }] });
  const heard = vi.fn<(event: Event) => void>();
  document.addEventListener("goeswith:event", heard, { once: true });
  await createDom().send([event], { leaving: false });
  const { detail, bubbles, composed } = heard.mock.calls[0]![0] as CustomEvent<Extract<OfferEvent, { type: "ordered" }>>;
  expect({ detail, bubbles, composed }).toEqual({ detail: event, bubbles: true, composed: true });
  expect([detail, detail.lines, detail.lines[0]].every(Object.isFrozen)).toBe(true);
});
