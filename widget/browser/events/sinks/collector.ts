import type { EventBatch, EventVerdicts } from "../../../types/collector.ts";
import type { SendResult, Sink } from "../../../types/sink.ts";
import { now } from "../../lib/now.ts";
import { toJson } from "../../lib/toJson.ts";

const TIMEOUT = 10_000;
const NOTHING: SendResult = { done: [], rejected: [] };
/** Seconds. */
const SHORTEST_WAIT = 1;
const LONGEST_WAIT = 300;
const USUAL_WAIT = 60;

/** The project's own collector, or whatever answers its protocol; `url` is where events are posted. Rejects where there was no readable answer within ten seconds. */
export function createCollector({ url, shop }: { readonly url: string; readonly shop: string }): Sink {
  /** Plain text needs no preflight; a redirect could acknowledge in another's name; a request under way outlives the page. */
  const post = (body: string) => {
    try {
      const signal = AbortSignal.timeout(TIMEOUT);
      const headers = { "content-type": "text/plain" };
      return fetch(url, { method: "POST", body, headers, signal, keepalive: true, credentials: "omit", redirect: "error" });
    } catch (broken) {
      // The page took `fetch` away. A beacon may arrive but tells nothing, so the events stay queued.
      navigator.sendBeacon(url, body);
      throw broken;
    }
  };
  const send: Sink["send"] = async (events, how) => {
    const batch: EventBatch = { shop, sentAt: now(), attempt: how.attempt ?? 0, dropped: how.dropped ?? {}, events };
    const answer = await post(toJson(batch));
    const { status } = answer;
    const retryAfter = answer.headers.get("retry-after");
    const middle = events.length >> 1;
    if (status === 200) return readVerdicts((await answer.json()) as EventVerdicts);
    if (status === 413 && middle) {
      const first = await send(events.slice(0, middle), how);
      const second = await send(events.slice(middle), first.done.length ? { ...how, dropped: {} } : how);
      return { ...first, ...second, done: [...first.done, ...second.done], rejected: [...first.rejected, ...second.rejected] };
    }
    if (status === 429 || (status === 503 && retryAfter)) return { ...NOTHING, retryAfter: readWait(retryAfter) };
    // Only these speak of the events. A collector that is not there yet, or does not know the shop's address, may be put right.
    if (status !== 400 && status !== 413) return NOTHING;
    return { done: [], rejected: events.map(({ id }) => ({ id, reason: status === 413 ? "too_large" : "invalid" })) };
  };
  return { name: "collector", durable: true, send };
}

/** @throws when it is not the collector's answer (a captive portal says 200 too). */
function readVerdicts({ accepted, duplicate, rejected }: EventVerdicts): SendResult {
  return { done: [...accepted, ...duplicate], rejected: rejected.filter(({ id }) => id) };
}

/** Milliseconds out of a `Retry-After` in seconds or as a date. */
function readWait(header: string | null): number {
  const readings = [Number(header ?? NaN), (Date.parse(header ?? "") - now()) / 1000];
  const wait = readings.find((seconds) => !Number.isNaN(seconds)) ?? USUAL_WAIT;
  return 1000 * Math.min(Math.max(wait, SHORTEST_WAIT), LONGEST_WAIT);
}
