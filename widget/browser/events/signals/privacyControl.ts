import type { OpenSignal } from "../../../types/consent.ts";

/** Global Privacy Control: a browser that sends it has answered no for good. https://www.w3.org/TR/gpc/ */
export const privacyControl: OpenSignal = () => ({
  read: () => ((navigator as Navigator & { readonly globalPrivacyControl?: unknown }).globalPrivacyControl ? "none" : undefined),
  stop() {},
});
