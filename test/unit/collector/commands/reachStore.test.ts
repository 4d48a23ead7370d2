import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ConfirmedOrder } from "../../../../widget/types/confirmedOrder.ts";
import { reachStore } from "../../../../widget/collector/commands/reachStore.ts";
import { openDuckdb } from "../../../../widget/collector/store/duckdb.ts";
import { aCollector, aFolder } from "../aCollector.ts";
import { NOON } from "../anEvent.ts";

/** Keeps a database open, as another process that is a collector does. */
const HOLD = `
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(process.argv[1]);
  await instance.connect();
  console.log("open");
  setInterval(() => instance, 1000);`;

const anOrder = (order: string, over: Partial<ConfirmedOrder> = {}): ConfirmedOrder => ({
  ...{ shop: "demo", order, at: NOON, currency: "EUR", net: 4000, refunded: 0, isCancelled: false, ...over },
});

const revenue = async (store: { figures(): ReturnType<Awaited<ReturnType<typeof openDuckdb>>["figures"]> }) =>
  (await store.figures()).lift.orderDays.map(({ orders, sum }) => [orders, sum]);

describe("reaching the store", () => {
  it("opens the file while nobody has it, and never makes one out of a typing mistake", async () => {
    const data = join(await aFolder(), "events.duckdb");
    await expect(reachStore({ data })).rejects.toThrow(`there is no ${data}; give --data FILE, or --collector URL`);
    await (await openDuckdb(data)).stop();
    const reached = await reachStore({ data });
    await reached.confirm([anOrder("A")]);
    await reached.stop();
    const store = await openDuckdb(data);
    onTestFinished(store.stop);
    expect(await revenue(store)).toEqual([[1, 4000]]);
  });

  it("goes through the collector's door, in as many bodies as it takes, and the later word counts", async () => {
    const data = join(await aFolder(), "events.duckdb");
    const collector = await aCollector({ data, token: "s3cret" });
    const reached = await reachStore({ data: "unused", url: `${collector.report}/report`, token: "s3cret" });
    const orders = Array.from({ length: 8000 }, (_, n) => anOrder(`order-${n}`, { customer: "c".repeat(64), net: 2, cost: 1 }));
    await reached.confirm(orders);
    await reached.confirm([anOrder("order-7", { net: 1002 })]);
    await collector.stop();
    const store = await openDuckdb(data);
    onTestFinished(store.stop);
    expect(await revenue(store)).toEqual([[8000, 17_000]]);
  });
});

describe("what is in the way is said", () => {
  it("when a collector has the file and its address was not given", async () => {
    const data = join(await aFolder(), "events.duckdb");
    const holder = spawn(process.execPath, ["--input-type=module", "-e", HOLD, data]);
    onTestFinished(() => void holder.kill("SIGKILL"));
    await once(holder.stdout, "data");
    await expect(reachStore({ data })).rejects.toThrow(/a collector has .* open; give its address, as --collector/);
  });

  it("when the collector has another token or none is given", async () => {
    const { report: url } = await aCollector({ token: "s3cret" });
    const reached = await reachStore({ data: "unused", url });
    await expect(reached.confirm([anOrder("A")])).rejects.toThrow(/import\/orders answers 401: .* Give it as --token T\./);
  });

  it("when nobody is there, something else is, or the address is none", async () => {
    const server = createServer((_request, response) => void response.end("<h1>Welcome</h1>")).listen(0);
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const confirm = async (url: string) => (await reachStore({ data: "unused", url })).confirm([anOrder("A")]);
    await expect(confirm(`http://127.0.0.1:${port}`)).rejects.toThrow("does not answer as a goeswith collector of this version does");
    await expect(confirm("http://127.0.0.1:1")).rejects.toThrow(/no collector answers at http:\/\/127\.0\.0\.1:1\/import\/orders/);
    await expect(confirm("4310")).rejects.toThrow("--collector 4310: an address such as");
  });
});
