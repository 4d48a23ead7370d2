import type { Stop } from "../../types/platform.ts";
import { guard } from "../lib/guard.ts";
import { PREFIX } from "../lib/prefix.ts";
import { CONSENT_KEY, type Consent } from "./consent.ts";

/** Tells the shopper's other tabs of this shop what was answered here, and hears what was answered there. */
export function shareConsent(consent: Consent): Stop {
  const look = guard(() => consent.level());
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(PREFIX + CONSENT_KEY);
    // Only a no is taken over as such: where storage is blocked, a yes is one tab's own.
    channel.onmessage = guard(({ data }: MessageEvent) => (data === "none" ? consent.set(data) : look()));
  } catch {
    // Absent or forbidden; the storage event tells of it.
  }
  let isNews = false;
  const unsubscribe = consent.subscribe((level) => {
    if (isNews) channel?.postMessage(level);
    isNews = true;
  });
  addEventListener("storage", look);
  return () => {
    unsubscribe();
    channel?.close();
    removeEventListener("storage", look);
  };
}
