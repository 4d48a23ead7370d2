import type { AboutOffer, EventBase, EventType, OfferEvent } from "../../../types/event.ts";
import type { Sink } from "../../../types/sink.ts";
import { minorDigits } from "../../lib/money.ts";

const NAMES: Partial<Record<EventType, string>> = {
  seen: "view_item_list",
  opened: "select_item",
  added: "add_to_cart",
  swapped: "add_to_cart",
};

/**
 * The page's own `dataLayer`, where it has one, in GA4's e-commerce form.
 * https://developers.google.com/analytics/devguides/collection/ga4/ecommerce
 */
export function createDataLayer(): Sink {
  return {
    name: "dataLayer",
    async send(batch) {
      const { dataLayer } = window as Window & { readonly dataLayer?: unknown };
      if (Array.isArray(dataLayer)) for (const event of batch) push(dataLayer, event);
      return { done: batch.map(({ id }) => id), rejected: [] };
    },
  };
}

function push(dataLayer: unknown[], event: OfferEvent): void {
  const name = NAMES[event.type];
  if (!name || !("offer" in event)) return;
  // Google asks to clear the last one first, because its tag manager merges nested values.
  dataLayer.push({ ecommerce: null }, { event: name, ecommerce: commerce(event) });
}

function commerce({ placement, kind, position, product, price, currency, quantity }: EventBase & AboutOffer) {
  const item_list_id = `goeswith.${placement}.${kind}`;
  const item = { item_id: product, quantity, item_list_id, index: position };
  if (price === undefined || !currency) return { item_list_id, items: [item] };
  const unit = 10 ** minorDigits(currency);
  return { item_list_id, currency, value: (price * quantity) / unit, items: [{ ...item, price: price / unit }] };
}
