import type { OpenSignal } from "../../../types/consent.ts";
import { guard } from "../../lib/guard.ts";

interface WordPress {
  readonly wp_has_consent?: (category: "statistics" | "preferences") => unknown;
  readonly wp_consent_type?: unknown;
  readonly wp_fallback_consent_type?: unknown;
}

const EVENTS = ["wp_listen_for_consent_change", "wp_consent_type_defined"];

/** The WP Consent API, which banners and plug-ins of WordPress share. https://wordpress.org/plugins/wp-consent-api/ (assets/js/wp-consent-api.js) */
export const wordpress: OpenSignal = (changed) => {
  const heard = guard(changed);
  for (const event of EVENTS) document.addEventListener(event, heard);
  return {
    read() {
      const { wp_has_consent: has, wp_consent_type: type, wp_fallback_consent_type: fallback } = window as WordPress;
      // Without a type there is no banner, and it then calls everything allowed.
      if (typeof has !== "function" || !(type ?? fallback)) return undefined;
      if (has("statistics") !== true) return "none";
      return has("preferences") === true ? "remember" : "measure";
    },
    stop() {
      for (const event of EVENTS) document.removeEventListener(event, heard);
    },
  };
};
