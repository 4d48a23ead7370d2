import { expect, it, vi } from "vitest";
import type { Arrivals, EventStore } from "../../../widget/collector/store/store.ts";
import { createIntake } from "../../../widget/collector/createIntake.ts";
import { anEvent } from "./anEvent.ts";

const batch = (id: string, bytes = 400) => ({ shop: "demo", dropped: {}, events: [anEvent("shown", id)], bytes });

const aStore = (insert: EventStore["insert"]): Pick<EventStore, "insert"> => ({ insert });

const idsOf = ({ events }: Arrivals) => events.map(({ event }) => event.id);

it("stores batches that come in together in one transaction, and what comes meanwhile in the next", async () => {
  const groups: string[][] = [];
  const intake = createIntake({
    store: aStore(async (arrivals) => {
      groups.push(idsOf(arrivals));
      if (groups.length === 1) later.push(intake.take(batch("e3")));
      return new Set(idsOf(arrivals));
    }),
    stored: () => undefined,
  });
  const later: Promise<unknown>[] = [];
  await Promise.all([intake.take(batch("e1")), intake.take(batch("e2"))]);
  await Promise.all(later);
  expect(groups).toEqual([["e1", "e2"], ["e3"]]);
});

it.each([
  ["of 2001", Date.UTC(2001, 0)],
  ["of 2036", Date.UTC(2036, 0)],
])("row 28: by a clock %s everything happens in the collector's time, and how wrong the clock was is kept", async (_, clock) => {
  const taken: Arrivals["events"][number][] = [];
  const intake = createIntake({
    store: aStore(async ({ events, ...arrivals }) => (taken.push(...events), new Set(idsOf({ events, ...arrivals })))),
    stored: () => undefined,
  });
  const before = Date.now();
  // One waited a minute, one is from the future by the shopper's own clock, one from a time before that clock was put right.
  const times = [clock - 60_000, clock + 60_000, clock - 300 * 86_400_000];
  await intake.take({
    shop: "demo",
    bytes: 400,
    sentAt: clock,
    dropped: {},
    events: times.map((at, n) => anEvent("shown", `e${n}`, { at })),
  });
  const now = Date.now();
  const [waited, future, past] = taken.map(({ happened }) => happened);
  expect([waited! >= before - 60_000 && waited! <= now - 60_000, future! >= before && future! <= now]).toEqual([true, true]);
  expect(past).toBeGreaterThan(now - 32 * 86_400_000);
  for (const { skew, received, happened } of taken) {
    expect(Math.abs(skew - (before - clock))).toBeLessThanOrEqual(now - before);
    expect(received - happened).toBeGreaterThanOrEqual(0);
  }
});

it("answers nobody as accepted when the store cannot take it, and takes the next", async () => {
  const silent = vi.spyOn(console, "error").mockReturnValue();
  const insert = vi.fn<EventStore["insert"]>(async (arrivals) => new Set(idsOf(arrivals))).mockRejectedValueOnce(new Error("disk full"));
  const stored = vi.fn<() => void>();
  const intake = createIntake({ store: aStore(insert), stored });
  expect(await intake.take(batch("e1"))).toBeUndefined();
  expect(stored).not.toHaveBeenCalled();
  expect(await intake.take(batch("e1"))).toMatchObject({ accepted: ["e1"] });
  expect(stored).toHaveBeenCalledOnce();
  silent.mockRestore();
});

it("takes no more than so many bytes while the store is busy, and goes on afterwards", async () => {
  let release = () => {};
  const busy = new Promise<void>((resolve) => (release = resolve));
  const insert = vi.fn<EventStore["insert"]>(async (arrivals) => (await busy, new Set(idsOf(arrivals))));
  const intake = createIntake({ store: aStore(insert), stored: () => undefined });
  const stored = intake.take(batch("e1"));
  await vi.waitFor(() => expect(insert).toHaveBeenCalled());
  const half = 8 * 1024 * 1024;
  const [second, third] = [intake.take(batch("e2", half)), intake.take(batch("e3", half))];
  expect(await intake.take(batch("e4"))).toBeUndefined();
  release();
  expect((await Promise.all([stored, second, third])).map((verdicts) => verdicts?.accepted)).toEqual([["e1"], ["e2"], ["e3"]]);
  expect(await intake.take(batch("e4"))).toMatchObject({ accepted: ["e4"] });
});

it("stops when everything taken is stored", async () => {
  let isStored = false;
  const store = aStore(async (arrivals) => {
    await new Promise((resolve) => setImmediate(resolve));
    isStored = true;
    return new Set(idsOf(arrivals));
  });
  const intake = createIntake({ store, stored: () => undefined });
  void intake.take(batch("e1"));
  await intake.stop();
  expect(isStored).toBe(true);
});
