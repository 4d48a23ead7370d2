import { expect, it, vi } from "vitest";
import type { Arrivals, EventStore } from "../../../widget/collector/store/store.ts";
import { createIntake } from "../../../widget/collector/createIntake.ts";
import { anEvent } from "./anEvent.ts";

const batch = (id: string) => ({ shop: "demo", dropped: {}, events: [anEvent("shown", id)] });

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
