import type { Counts } from "./createMeter.ts";
import type { StoreSize } from "../store/store.ts";

/** What comes after a metric's name, and its value. */
type Sample = readonly [rest: string, value: number];

/**
 * In the text format of Prometheus.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function metricsText({ inserts, ...counts }: Counts, { events, bytes }: StoreSize): string {
  return [
    ...metric("events_total", "Events by verdict.", by("verdict", counts.verdicts)),
    ...metric("events_rejected_total", "Rejected events by reason.", by("reason", counts.rejected)),
    ...metric("batches_total", "Batches of events that were judged.", [["", counts.batches]]),
    ...metric("answers_total", "Requests at the public door by status; 429 is rate limited.", by("status", counts.answers)),
    ...metric("insert_failures_total", "Groups of events that could not be stored.", [["", counts.failedInserts]]),
    ...metric("insert_seconds", "Time until a group of events was durable.", [
      ...[...inserts.within].map(([bound, count]): Sample => [`_bucket{le="${bound}"}`, count]),
      ...([
        ['_bucket{le="+Inf"}', inserts.count],
        ["_sum", inserts.seconds],
        ["_count", inserts.count],
      ] satisfies Sample[]),
    ]),
    ...metric("events_stored", "Events in the store.", [["", events]]),
    ...metric("store_bytes", "Bytes of the store's files.", [["", bytes]]),
    ...metric("uptime_seconds", "Since the collector started.", [["", counts.uptime]]),
  ].join("");
}

/** The kind of a metric follows from its name, as is the custom: what counts up ends in total, what is measured in its unit. */
function metric(name: string, help: string, samples: readonly Sample[]): readonly string[] {
  const full = `goeswith_${name}`;
  const type = name.endsWith("_total") ? "counter" : samples.length > 1 ? "histogram" : "gauge";
  return [`# HELP ${full} ${help}\n# TYPE ${full} ${type}\n`, ...samples.map(([rest, value]) => `${full}${rest} ${value}\n`)];
}

function by(label: string, counts: ReadonlyMap<string, number>): readonly Sample[] {
  return [...counts].map(([value, count]): Sample => [`{${label}="${value}"}`, count]);
}
