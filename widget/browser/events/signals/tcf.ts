import type { OpenSignal, Said } from "../../../types/consent.ts";
import { guard } from "../../lib/guard.ts";

interface TcData {
  readonly listenerId?: number;
  readonly gdprApplies?: boolean;
  readonly eventStatus?: "tcloaded" | "cmpuishown" | "useractioncomplete";
  readonly purpose?: { readonly consents?: Readonly<Record<number, boolean>> };
}

type Heard = (data: TcData | null, isRight: boolean) => void;
type TcfApi = (
  ...call: [command: "addEventListener", version: 2, heard: Heard] | [command: "removeEventListener", version: 2, heard: Heard, id: number]
) => void;

/** Storing and reading on a device; measuring how content does. None of the purposes of advertising is asked for. */
const TO_MEASURE = [1, 8];
/** Making a profile for content, and choosing content by it. */
const TO_REMEMBER = [5, 6];

/**
 * The IAB's Transparency and Consent Framework, version 2, through the page's `__tcfapi`, which may be a stub that answers later.
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20CMP%20API%20v2.md
 */
export const tcf: OpenSignal = (changed) => {
  let said: Said | undefined = "waiting";
  let listener: number | undefined;
  let isAsked = false;
  let isStopped = false;
  const api = () => {
    const { __tcfapi } = window as { readonly __tcfapi?: TcfApi };
    return typeof __tcfapi === "function" ? __tcfapi : undefined;
  };
  const release = () => {
    if (listener !== undefined) api()?.("removeEventListener", 2, () => {}, listener);
  };
  const hear = guard((data: TcData | null, isRight: boolean) => {
    listener = data?.listenerId;
    if (isStopped) return release();
    said = isRight && data ? readPurposes(data) : "waiting";
    changed();
  });
  return {
    read() {
      const ask = api();
      if (!ask) return undefined;
      if (!isAsked) {
        isAsked = true;
        ask("addEventListener", 2, hear);
      }
      return said;
    },
    stop() {
      isStopped = true;
      release();
    },
  };
};

function readPurposes({ gdprApplies, eventStatus, purpose }: TcData): Said | undefined {
  // The framework does not concern this shopper, and says nothing of what else may.
  if (gdprApplies === false) return undefined;
  const allows = (purposes: readonly number[]) => purposes.every((one) => purpose?.consents?.[one] === true);
  if (allows(TO_MEASURE)) return allows(TO_REMEMBER) ? "remember" : "measure";
  return eventStatus === "cmpuishown" ? "waiting" : "none";
}
