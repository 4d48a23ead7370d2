import type { ConsentSignal, OpenSignal, Said } from "../../../types/consent.ts";
import { guard, swallow } from "../../lib/guard.ts";
import { consentMode } from "./consentMode.ts";
import { privacyControl } from "./privacyControl.ts";
import { shopify } from "./shopify.ts";
import { tcf } from "./tcf.ts";
import { wordpress } from "./wordpress.ts";

/** From the strictest on. */
const ORDER: readonly Said[] = ["none", "waiting", "measure", "remember"];
/** Not every signal tells of a change, and a withdrawal must be obeyed within a second. */
const LOOK = 400;

/** All of them; none of them needs to be on the page. */
export const openers: readonly OpenSignal[] = [privacyControl, consentMode, tcf, wordpress, shopify];

/** What all signals of the page say together: the strictest of them. */
export function openSignals(changed: () => void): ConsentSignal {
  const signals = openers.map((open) => open(changed));
  const timer = setInterval(guard(changed), LOOK);
  return {
    read: () => strictest(...signals.map(ask)),
    stop() {
      clearInterval(timer);
      for (const { stop } of signals) stop();
    },
  };
}

export function strictest(...said: readonly (Said | undefined)[]): Said | undefined {
  return ORDER.find((one) => said.includes(one));
}

/** A signal that is broken allows nothing. */
function ask({ read }: ConsentSignal): Said | undefined {
  try {
    return read();
  } catch (error) {
    swallow(error);
    return "waiting";
  }
}
