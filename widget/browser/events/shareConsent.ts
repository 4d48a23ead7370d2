import type { ConsentLevel } from "../../types/options.ts";
import type { Stop } from "../../types/platform.ts";
import { guard } from "../lib/guard.ts";
import { PREFIX } from "../lib/prefix.ts";
import { CONSENT_KEY, type Consent } from "./consent.ts";

/** Tells the shopper's other tabs of this shop what it came to here, and hears what it came to there. */
export function shareConsent(consent: Consent): Stop {
  const look = guard(() => consent.level());
  let channel: BroadcastChannel | undefined;
  /** What was heard from another tab is not told back. */
  let isNews = false;
  const tell = (level: ConsentLevel) => {
    if (isNews) channel?.postMessage(level);
  };
  try {
    channel = new BroadcastChannel(PREFIX + CONSENT_KEY);
    channel.onmessage = guard(({ data }: MessageEvent<ConsentLevel>) => {
      isNews = false;
      try {
        consent.hear(data);
      } finally {
        isNews = true;
      }
    });
  } catch {
    // Absent or forbidden; the storage event tells of an answer given through `goesWith`.
  }
  // A level that is none only because a signal is late is nobody else's business.
  const unsubscribe = consent.subscribe((level) => level === "none" || tell(level));
  isNews = true;
  // Also what was so from the beginning: the answer may have been given where nobody heard it.
  const unhear = consent.refused(() => tell("none"));
  addEventListener("storage", look);
  return () => {
    unsubscribe();
    unhear();
    channel?.close();
    removeEventListener("storage", look);
  };
}
