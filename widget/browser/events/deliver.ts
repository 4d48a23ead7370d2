import type { Config } from "../../types/config.ts";
import type { OfferEvent } from "../../types/event.ts";
import type { Stop } from "../../types/platform.ts";
import type { Sink } from "../../types/sink.ts";
import { guard } from "../lib/guard.ts";
import { createId } from "../lib/id.ts";
import { openStore } from "../lib/storage.ts";
import type { Consent } from "./consent.ts";
import { QUEUE_KEY } from "./keys.ts";
import { createLane } from "./lane.ts";
import { createQueue } from "./queue.ts";
import type { Recorder } from "./recorder.ts";
import { sanitise } from "./sanitise.ts";
import { createSinks } from "./sinks/index.ts";
import type { Visit } from "./visit.ts";

const ID_LENGTH = 22;

export interface DeliveryOptions {
  readonly consent: Consent;
  readonly visit: Visit;
  readonly recorder: Recorder;
  readonly config: Pick<Config, "shop" | "report" | "dataLayer">;
  /** The shop's own, beside the configured ones. */
  readonly sinks?: readonly Sink[];
  /** Of the widget. */
  readonly version: string;
  /** Model build, where a model was read. */
  readonly build?: string | undefined;
}

export interface Delivery {
  /** Sends what waits now. */
  flush(): void;
  /** Sends what waits as a page that leaves, and takes the stored queue away. */
  readonly stop: Stop;
}

/** Makes events of what the recorder holds and hears, and sees them to the sinks. One page view. */
export function startDelivery({ consent, visit, recorder, config, sinks = [], version, build }: DeliveryOptions): Delivery {
  const view = createId();
  const store = openStore("session");
  let isStopped = false;
  const maySend = () => !isStopped && consent.level() !== "none";
  const all = [...createSinks(config), ...sinks];
  const hands = all.filter((sink) => !sink.durable).map((sink) => guard((event: OfferEvent) => sink.send([event], { leaving: false })));
  const lanes = all
    .filter((sink) => sink.durable)
    .map((sink) => {
      const queue = createQueue({ store, key: QUEUE_KEY + sink.name, mayStore: maySend });
      return { queue, ...createLane({ sink, queue, maySend }) };
    });
  const leave = guard(() => lanes.forEach((lane) => lane.leave()));
  const onVisibility = () => {
    if (document.visibilityState === "hidden") leave();
  };
  const stops = [
    consent.subscribe((level) => {
      if (level === "none") lanes.forEach(({ queue }) => queue.purge());
    }),
    recorder.attach((happening, at) => {
      visit.keep({ id: visit.id || createId(), seq: visit.seq + 1 });
      const facts = sanitise(happening);
      // A placed order has the same id wherever and however often its page is seen, so that it is one row.
      const id = facts.type === "ordered" ? facts.order.slice(0, ID_LENGTH) : createId();
      const base = { id, seq: visit.seq, at, visit: visit.id, view, arm: visit.arm ?? "offers", version, ...(build && { build }) };
      const event = Object.freeze<OfferEvent>({ ...base, ...facts });
      hands.forEach((hand) => hand(event));
      lanes.forEach((lane) => lane.add(event));
    }),
  ];
  document.addEventListener("visibilitychange", onVisibility);
  addEventListener("pagehide", leave);
  return {
    flush: () => lanes.forEach((lane) => lane.flush()),
    stop() {
      if (isStopped) return;
      stops.forEach((stop) => stop());
      document.removeEventListener("visibilitychange", onVisibility);
      removeEventListener("pagehide", leave);
      leave();
      isStopped = true;
      for (const { queue, stop } of lanes) {
        stop();
        queue.save();
      }
    },
  };
}
