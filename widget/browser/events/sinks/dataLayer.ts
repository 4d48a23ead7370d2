import type { AboutOffer, EventType, OfferEvent } from "../../../types/event.ts";
import type { Sink } from "../../../types/sink.ts";
import { minorDigits } from "../../lib/money.ts";

const ADD = "add_to_cart";
const NAMES: Partial<Record<EventType, string>> = { seen: "view_item_list", opened: "select_item", added: ADD, swapped: ADD };

/**
 * The page's own `dataLayer`, where it has one, in GA4's e-commerce form. What GA4 has no name for is not pushed.
 * https://developers.google.com/analytics/devguides/collection/ga4/reference/events?client_type=gtm
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
  // The tag manager merges nested values: ours with the shop's last ones, and the shop's next ones with ours, unless they are cleared. One
  // entry a call, because many a wrapper of `push` hands on the first alone.
  for (const entry of [{ ecommerce: null }, { event: name, ecommerce: commerce(name, event) }, { ecommerce: null }]) dataLayer.push(entry);
}

/** Lists have no value of their own: what is only looked at is no money. */
function commerce(name: string, { placement, kind, position, product, price, currency, quantity }: AboutOffer) {
  const list = { item_list_id: `goeswith.${placement}.${kind}`, item_list_name: `goeswith ${placement} ${kind}` };
  const unit = 10 ** minorDigits(currency ?? "");
  const isPriced = price !== undefined && currency !== undefined;
  const item = { item_id: product, ...(isPriced && { price: price / unit }), quantity, ...list, index: position };
  return {
    ...(name === ADD ? isPriced && { value: (price * quantity) / unit } : list),
    ...(isPriced && { currency }),
    items: [item],
  };
}
