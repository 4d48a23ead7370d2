import type { Consent } from "../events/consent.ts";
import { shareConsent } from "../events/shareConsent.ts";
import type { Stop } from "../../types/platform.ts";
import type { MemoryKeeper } from "./keepMemory.ts";

export interface ConsentDeps {
  readonly consent: Consent;
  readonly memory: MemoryKeeper;
  /** What else is kept of the visit. */
  readonly kept: readonly { purge(): void }[];
  /** The shopper allows another level than before. */
  changed(): void;
}

/** Forgets with a no, remembers over visits with the widest yes, and has the shop's other tabs do the same. */
export function heedConsent({ consent, memory, kept, changed }: ConsentDeps): Stop {
  const stops = [
    consent.refused(() => [memory, ...kept].forEach(({ purge }) => purge())),
    consent.subscribe((level) => {
      memory.last(level === "remember");
      changed();
    }),
    shareConsent(consent),
  ];
  return () => stops.forEach((stop) => stop());
}
