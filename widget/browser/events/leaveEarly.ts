import type { Config } from "../../types/config.ts";
import type { EventBatch } from "../../types/collector.ts";
import type { Stop } from "../../types/platform.ts";
import { guard } from "../lib/guard.ts";
import { now } from "../lib/now.ts";
import { toJson } from "../lib/toJson.ts";
import type { Recorder } from "./recorder.ts";

/** Well within what one request may hold. */
const MOST = 20;

/**
 * Sends what was recorded on a page that goes away before anything that delivers was loaded, so that a visit counts in both arms
 * however short it was. Nobody hears the answer, so the next page sends it once more.
 */
export function leaveEarly(recorder: Recorder, { report, shop }: Pick<Config, "report" | "shop">): Stop {
  const leave = guard(() => {
    const events = recorder.leave().slice(0, MOST);
    if (!events.length || !report) return;
    const batch: EventBatch = { shop, sentAt: now(), attempt: 0, dropped: {}, events };
    navigator.sendBeacon(report.url, toJson(batch));
  });
  addEventListener("pagehide", leave);
  return () => removeEventListener("pagehide", leave);
}
