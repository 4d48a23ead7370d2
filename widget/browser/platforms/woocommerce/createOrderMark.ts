import type { OrderMark, Stop } from "../../../types/platform.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { listen } from "../shop/listen.ts";
import { pageObject } from "../shop/pageObject.ts";
import { wpStore } from "./wpStore.ts";

/** So that a mark of ours is known again, in the order as well. */
const OURS = "goeswith:";
const NAMESPACE = "woocommerce/order-attribution";
const FIELD = "utm_content";

/** Carries a mark into the order. */
export interface OrderMarker {
  mark(facts: OrderMark): Promise<void>;
  /** Shop scripts that come later put their own values in, so it is seen to again at the last moment. */
  listen(): Stop;
}

/**
 * By WooCommerce's own order attribution, which keeps a few hidden fields of the checkout with the order: ours is the one that tells the content of a
 * campaign, and only where the shop measured none. It is in the order's `_wc_order_attribution_utm_content`, and asks nothing of the server.
 * Source: client/legacy/js/frontend/order-attribution.js.
 */
export function createOrderMark(): OrderMarker {
  let text = "";
  const put = () => {
    if (text && isAllowed()) {
      markFields(text);
      markBlock(text);
    }
  };
  return {
    async mark({ visit, arm, offers }) {
      text = `${OURS}${visit}:${arm}:${offers.join()}`;
      put();
    },
    listen: () => listen(document, ["click", "submit"], put),
  };
}

/** The shop may have its measuring switched off, or not be allowed to measure. */
function isAllowed(): boolean {
  const { params } = pageObject("wc_order_attribution") ?? {};
  return isRecord(params) && !!params["allowTracking"];
}

const isFree = (value: unknown): boolean => !value || value === "(none)" || (typeof value === "string" && value.startsWith(OURS));

function markFields(text: string): void {
  for (const field of document.querySelectorAll<HTMLInputElement>(`wc-order-attribution-inputs [name$="${FIELD}"]`))
    if (isFree(field.value)) field.value = text;
}

function markBlock(text: string): void {
  const { ask, tell } = wpStore("wc/store/checkout") ?? {};
  const data = ask?.["getExtensionData"]?.();
  const told = isRecord(data) ? data[NAMESPACE] : undefined;
  const put = tell?.["setExtensionData"] ?? tell?.["__internalSetExtensionData"];
  // Added to what is told, so that nothing else is lost; where nothing is, the shop has yet to say.
  if (isRecord(told) && told[FIELD] !== text && isFree(told[FIELD])) put?.(NAMESPACE, { [FIELD]: text });
}
