import type { Intake } from "../../widget/collector/createIntake.ts";
import type { EventStore } from "../../widget/collector/store/store.ts";
import { shopEvents } from "./shopEvents.ts";
import type { ShopDay } from "./simulateShop.ts";
import { DAY } from "./simulateShop.ts";

/** Events a batch: more than a browser sends at once, so that it takes less time. */
const BATCH = 500;

export interface PostTo {
  readonly intake: Intake;
  readonly store: EventStore;
  /** Sets the collector's clock: it dates what comes in. */
  readonly setTime: (time: number) => void;
}

/** Brings a day of the simulated shop in by the collector's own way, in the evening, and the shop's export after it. */
export async function postDay(day: ShopDay, { intake, store, setTime }: PostTo): Promise<void> {
  const evening = day.day + DAY;
  setTime(evening);
  const { events, orders } = shopEvents(day);
  const starts = Array.from({ length: Math.ceil(events.length / BATCH) }, (_, at) => at * BATCH);
  const batches = starts.map((at) => ({ shop: "demo", sentAt: evening, dropped: {}, events: events.slice(at, at + BATCH), bytes: 0 }));
  const verdicts = await Promise.all(batches.map((batch) => intake.take(batch)));
  const accepted = verdicts.reduce((sum, verdict) => sum + (verdict?.accepted.length ?? 0), 0);
  if (accepted !== events.length) throw new Error(`${events.length} events were posted and ${accepted} accepted`);
  await store.confirm(orders);
}
