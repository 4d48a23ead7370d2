import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openDuckdb } from "../../../../widget/collector/store/duckdb.ts";
import { confirmed, insert } from "../../../support/stores.ts";
import { aFolder } from "../aCollector.ts";
import { anEvent } from "../anEvent.ts";

it("row 120: takes up a rewriting that was broken off, with everything that was stored", async () => {
  const folder = await aFolder();
  const file = join(folder, "events.duckdb");
  const first = await openDuckdb(file);
  await insert(first, anEvent("shown", "e1"));
  await first.stop();
  await writeFile(`${file}.rewriting`, "half a copy");
  await writeFile(`${file}.rewriting.wal`, "half a log");
  const store = await openDuckdb(file);
  onTestFinished(store.stop);
  expect([await readdir(folder), (await store.size()).events]).toEqual([["events.duckdb"], 1]);
});

it("row 120: leaves everything as it was, and usable, when the file cannot be written anew", async () => {
  const folder = await aFolder();
  const file = join(folder, "events.duckdb");
  const store = await openDuckdb(file);
  onTestFinished(store.stop);
  await insert(store, anEvent("shown", "e1"), anEvent("shown", "e2", { visit: "v2" }));
  await mkdir(`${file}.rewriting`);
  await expect(store.forget({ visit: "v2" })).rejects.toThrow();
  expect(await insert(store, anEvent("shown", "e1"), anEvent("shown", "e3"))).toEqual(new Set(["e3"]));
  await rm(`${file}.rewriting`, { recursive: true });
  expect(await store.forget({ visit: "v2" })).toMatchObject({ events: 0 });
  expect([existsSync(`${file}.rewriting`), (await store.size()).events]).toEqual([false, 2]);
});

it("keeps what comes in while it is written anew", async () => {
  const store = await openDuckdb(join(await aFolder(), "events.duckdb"));
  onTestFinished(store.stop);
  await insert(store, anEvent("shown", "e0", { visit: "v2" }));
  const orders = Array.from({ length: 8 }, (_, n) => `order${n}`);
  const work = orders.map(async (order, n) => {
    if (n % 4 === 1) await store.forget({ visit: "v2" });
    await Promise.all([insert(store, anEvent("shown", `e${n + 1}`)), store.confirm([confirmed(order)]), store.figures()]);
  });
  await Promise.all(work);
  const { events, lift } = await store.figures();
  expect([events, lift.orderDays]).toMatchObject([8, [{ orders: 8 }]]);
});
