import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { ConfirmedOrder } from "../../widget/types/confirmedOrder.ts";
import type { OfferEvent } from "../../widget/types/event.ts";
import type { EventStore, StoredEvent } from "../../widget/collector/store/store.ts";
import { openDuckdb } from "../../widget/collector/store/duckdb.ts";
import { NOON } from "../unit/collector/anEvent.ts";

/** A place a store keeps its data in. */
export interface Place {
  /** Opens it, once more after it was stopped. It is stopped after the test. */
  open(): Promise<EventStore>;
  /** Every byte that is kept there. */
  bytes(): Promise<Buffer>;
}

export interface StoreMaker {
  readonly name: string;
  /** A new, empty place. */
  place(): Promise<Place>;
}

/** Every store there is; another one is one more here. */
export const STORES: readonly StoreMaker[] = [{ name: "duckdb", place: placeForDuckdb }];

async function placeForDuckdb(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "goeswith-store-"));
  const opened: EventStore[] = [];
  onTestFinished(async () => {
    for (const store of opened) await store.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    async open() {
      const store = await openDuckdb(join(folder, "it's events.duckdb"));
      opened.push(store);
      return store;
    },
    bytes: async () => Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))),
  };
}

/** An event that came in when it happened, unless told otherwise. */
export const stored = (event: OfferEvent, over: Partial<StoredEvent> = {}): StoredEvent => ({
  ...{ event, shop: "demo", received: event.at, happened: event.at, skew: 0, ...over },
});

export const insert = (store: EventStore, ...events: readonly OfferEvent[]): Promise<ReadonlySet<string>> =>
  store.insert({ events: events.map((event) => stored(event)), drops: [] });

export const confirmed = (order: string, over: Partial<ConfirmedOrder> = {}): ConfirmedOrder => ({
  ...{ shop: "demo", order, at: NOON, currency: "EUR", net: 4000, refunded: 0, isCancelled: false, ...over },
});
