import type { OpenSignal } from "../../../types/consent.ts";
import { guard } from "../../lib/guard.ts";

interface Shop {
  readonly customerPrivacy?: { analyticsProcessingAllowed?(): unknown; preferencesProcessingAllowed?(): unknown };
  loadFeatures?(features: readonly { readonly name: string; readonly version: string }[], loaded: (error?: unknown) => void): void;
}

const EVENT = "visitorConsentCollected";
const FEATURE = { name: "consent-tracking-api", version: "0.1" };

/** Shopify's Customer Privacy API, which also knows whether the shopper's region asks for consent. https://shopify.dev/docs/api/customer-privacy */
export const shopify: OpenSignal = (changed) => {
  let isAsked = false;
  const heard = guard(changed);
  document.addEventListener(EVENT, heard);
  return {
    read() {
      const { Shopify: shop } = window as { readonly Shopify?: Shop };
      const privacy = shop?.customerPrivacy;
      if (typeof privacy?.analyticsProcessingAllowed === "function") {
        if (privacy.analyticsProcessingAllowed() !== true) return "none";
        return privacy.preferencesProcessingAllowed?.() === true ? "remember" : "measure";
      }
      if (typeof shop?.loadFeatures !== "function") return undefined;
      if (!isAsked) {
        isAsked = true;
        shop.loadFeatures([FEATURE], heard);
      }
      return "waiting";
    },
    stop: () => document.removeEventListener(EVENT, heard),
  };
};
