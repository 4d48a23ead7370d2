import type { FastifyInstance } from "fastify";
import type { EventStore } from "../../store/store.ts";
import type { Meter } from "../createMeter.ts";
import { metricsText } from "../metricsText.ts";

/** Milliseconds for which the last check of the store is taken for the present state. */
const FRESH = 1000;

export interface WatchDoorOptions {
  readonly store: Pick<EventStore, "check" | "size">;
  readonly meter: Meter;
}

/** `GET /health`: 200 while events can be stored, else 503. `GET /metrics`: counts for Prometheus. */
export async function watchDoor(app: FastifyInstance, { store, meter }: WatchDoorOptions): Promise<void> {
  const check = rarely(() =>
    store.check().then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    ),
  );
  app.get("/health", async (_request, reply) => {
    const fault = await check();
    return fault === undefined ? { ok: true } : reply.code(503).send({ ok: false, error: `events cannot be stored: ${fault}` });
  });
  app.get("/metrics", async (_request, reply) =>
    reply.type("text/plain; version=0.0.4; charset=utf-8").send(metricsText(meter.counts(), await store.size())),
  );
}

/** Asks again only when the last answer is old, so that nobody makes the disk busy by asking. */
function rarely<T>(ask: () => Promise<T>): () => Promise<T> {
  let last: Promise<T> | undefined;
  let answered = Infinity;
  return () => {
    if (last && performance.now() - answered < FRESH) return last;
    answered = Infinity;
    last = ask().finally(() => (answered = performance.now()));
    return last;
  };
}
