import type { Config } from "../../types/config.ts";
import type { OfferEvent } from "../../types/event.ts";
import type { Stop } from "../../types/platform.ts";
import type { Sink } from "../../types/sink.ts";
import { guard } from "../lib/guard.ts";
import type { Consent } from "./consent.ts";
import { createLane } from "./lane.ts";
import { createQueue } from "./queue.ts";
import type { Recorder } from "./recorder.ts";
import { createSinks } from "./sinks/index.ts";
import type { Visit } from "./visit.ts";

export interface DeliveryOptions {
  readonly consent: Consent;
  readonly recorder: Recorder;
  /** Its id tells the browser's tabs apart. */
  readonly visit: Pick<Visit, "id">;
  readonly config: Pick<Config, "shop" | "report" | "dataLayer">;
  /** The shop's own, beside the configured ones. */
  readonly sinks?: readonly Sink[];
}

export interface Delivery {
  /** Sends what waits now. */
  flush(): void;
  /** Sends what waits as a page that leaves, and takes the stored queue away. */
  readonly stop: Stop;
}

/** Sees the recorder's events to the sinks. One page view. */
export function startDelivery({ consent, recorder, visit, config, sinks = [] }: DeliveryOptions): Delivery {
  let isStopped = false;
  const maySend = () => !isStopped && consent.level() !== "none";
  const all = [...createSinks(config), ...sinks];
  const hands = all.filter((sink) => !sink.durable).map((sink) => guard((event: OfferEvent) => sink.send([event], { leaving: false })));
  const lanes = all
    .filter((sink) => sink.durable)
    .map((sink) => {
      const queue = createQueue({ name: sink.name, tab: () => visit.id, mayStore: maySend });
      return { queue, ...createLane({ sink, queue, maySend }) };
    });
  const flush = guard(() => lanes.forEach((lane) => lane.flush()));
  const hide = guard(() => {
    if (document.visibilityState === "hidden") for (const lane of lanes) lane.leave(false);
  });
  const leave = guard(() => {
    for (const { leave: send, queue } of lanes) {
      send(true);
      queue.leave(true);
    }
  });
  /** Back from the browser's cache of pages, where timers stood still. */
  const comeBack = guard(() => {
    for (const { queue } of lanes) queue.leave(false);
    flush();
  });
  let detach: Stop | undefined;
  const stops = [
    consent.refused(() => lanes.forEach(({ queue }) => queue.purge())),
    consent.subscribe((level) => {
      if (level === "none") return;
      // What an earlier page left is not handed over before it may be sent.
      detach ??= recorder.attach((event) => {
        // What is to be kept comes first: whoever is handed an event may hold up the page, or leave it.
        for (const lane of lanes) lane.add(event);
        for (const hand of hands) hand(event);
      });
      for (const { queue, soon } of lanes) {
        queue.tidy();
        soon();
      }
    }),
  ];
  document.addEventListener("visibilitychange", hide);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", comeBack);
  return {
    flush,
    stop() {
      if (isStopped) return;
      for (const stop of stops) stop();
      detach?.();
      document.removeEventListener("visibilitychange", hide);
      removeEventListener("pagehide", leave);
      removeEventListener("pageshow", comeBack);
      for (const lane of lanes) lane.leave(true);
      isStopped = true;
      for (const { queue, stop } of lanes) {
        stop();
        queue.stop();
      }
    },
  };
}
