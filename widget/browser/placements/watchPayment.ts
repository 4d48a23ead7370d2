import type { Stop } from "../../types/platform.ts";
import { guard } from "../lib/guard.ts";

const FIELD = 'input[autocomplete^="cc-"],input[name*="card" i]:not([name*="gift" i])';
const FRAME = "form iframe";

/** Calls `paying` when the shopper is in a field of the payment, also one in a payment service's frame, or sends the order off. */
export function watchPayment(paying: () => void): Stop {
  const quiet = new AbortController();
  const how = { capture: true, passive: true, signal: quiet.signal };
  const hear = (type: string, selector: string) =>
    addEventListener(
      type,
      guard((event: Event) => {
        // The focus going into a frame is seen as the window losing it.
        const target = type === "blur" ? document.activeElement : (event.target as Element);
        if (target?.matches?.(selector)) paying();
      }),
      how,
    );
  hear("focusin", FIELD);
  hear("blur", FRAME);
  // Not any form: a coupon's or a search is no payment.
  hear("submit", `form:has(${FIELD},iframe,goes-with-offers)`);
  if (document.activeElement?.matches(`${FIELD},${FRAME}`)) paying();
  return () => quiet.abort();
}
