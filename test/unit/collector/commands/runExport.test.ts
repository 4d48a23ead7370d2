import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DuckDBInstance } from "@duckdb/node-api";
import { runExport } from "../../../../widget/collector/commands/runExport.ts";
import { openDuckdb } from "../../../../widget/collector/store/duckdb.ts";
import { confirmed, insert } from "../../../support/stores.ts";
import { aCollector, aFolder, post } from "../aCollector.ts";
import { aBatch, anEvent, anOrder, NOON } from "../anEvent.ts";

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  for (const name of ["log", "error"] as const) vi.spyOn(console, name).mockImplementation((text: string) => void said.push(text));
});
afterEach(() => void vi.restoreAllMocks());

const line = { product: '=SUM("A1")', quantity: 2, price: 1990, offer: "cart.cross-sell.phone.case" };

/** A file with texts that a spreadsheet would take for formulas. */
async function aFile(): Promise<string> {
  const data = join(await aFolder(), "events.duckdb");
  const store = await openDuckdb(data);
  const products = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\tx", "\rx", "-12.5", "'=1", 'plain, "quoted"\nZażółć'];
  await insert(
    store,
    ...products.map((product, n) => anEvent("shown", `e${n}`, { product })),
    anOrder("o1", [line], { total: 5000, person: "p1" }),
  );
  await store.insert({ events: [{ event: anEvent("shown", "late"), shop: "demo", received: NOON, happened: NOON, skew: -7 }], drops: [] });
  await store.confirm([
    confirmed("A", { customer: "=ann", mark: { visit: "v1", arm: "offers" } }),
    confirmed("B", { at: NOON + 1, cost: 5, isCancelled: true }),
  ]);
  await store.stop();
  return data;
}

/** A table as another program reads it. */
async function readTable(file: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const from = file.endsWith(".csv") ? `read_csv('${file}', all_varchar = true)` : `'${file}'`;
  const rows = (await connection.runAndReadAll(`from ${from}`)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

const EVENT_COLUMNS =
  "id,arrival,shop,type,seq,happened,received,skew,visit,view,arm,version,build,placement,position,offer,kind,source,product,for,price," +
  "priceOfOther,currency,quantity,reason,answer,order,total,lines,person";

describe("goeswith export", () => {
  it("row 143: writes CSV in which no cell is a formula and negative numbers are numbers", async () => {
    const out = join(await aFolder(), "new", "folder");
    expect(await runExport(["--out", out, "--data", await aFile()])).toBe(0);
    expect(said).toEqual([`events: ${join(out, "events.csv")}`, `orders: ${join(out, "orders.csv")}`]);
    expect((await readFile(join(out, "events.csv"), "utf8")).split("\n")[0]).toBe(EVENT_COLUMNS);
    const events = await readTable(join(out, "events.csv"));
    expect(events.map(({ product }) => product).slice(0, 9)).toEqual([
      ...["'=1+1", "'+1", "'-1+2", "'@SUM(A1)", "'\tx", "'\rx", "-12.5", "''=1", 'plain, "quoted"\nZażółć'],
    ]);
    expect(events.at(-2)).toMatchObject({ id: "o1", type: "ordered", order: "hash-of-o1", total: "5000", person: "p1", product: null });
    expect(JSON.parse(String(events.at(-2)?.["lines"]))).toEqual([line]);
    expect(events.at(-1)).toMatchObject({ id: "late", skew: "-7", happened: String(NOON) });
    const orders = await readFile(join(out, "orders.csv"), "utf8");
    expect(orders).toBe(
      `shop,order,at,currency,net,refunded,isCancelled,cost,customer,visit,arm,offers,lines\ndemo,A,${NOON},EUR,4000,0,false,,'=ann,v1,offers,,\n` +
        `demo,B,${NOON + 1},EUR,4000,0,true,5,,,,,\n`,
    );
  });

  it("writes Parquet as it is stored, and one table into one file", async () => {
    const [out, data] = [await aFolder(), await aFile()];
    expect(await runExport(["--out", join(out, "orders.parquet"), "--table", "orders", "--data", data])).toBe(0);
    expect(await runExport(["--out", out, "--table", "events", "--format", "parquet", "--data", data])).toBe(0);
    expect(await readdir(out)).toEqual(["events.parquet", "orders.parquet"]);
    const events = await readTable(join(out, "events.parquet"));
    expect(Object.keys(events[0] ?? {}).join()).toBe(EVENT_COLUMNS);
    expect(events[0]).toMatchObject({ product: "=1+1", price: "1990", for: "phone" });
    expect(events.at(-2)?.["lines"]).toEqual([{ ...line, quantity: "2", price: "1990", priceOfOther: null }]);
    expect(await readTable(join(out, "orders.parquet"))).toMatchObject([
      { order: "A", isCancelled: false },
      { order: "B", isCancelled: true },
    ]);
  });

  it("goes through the collector that has the file", async () => {
    const [out, collector] = [await aFolder(), await aCollector({ token: "s3cret" })];
    await post(collector, aBatch([anEvent("shown", "e1")]));
    const args = ["--collector", collector.report, "--token", "s3cret"];
    expect(await runExport(["--out", out, ...args])).toBe(0);
    expect((await readTable(join(out, "events.csv"))).map(({ id }) => id)).toEqual(["e1"]);
    const answer = await collector.app.inject({ url: "/export?table=orders&format=parquet&token=s3cret" });
    expect([answer.statusCode, answer.headers["content-disposition"]]).toEqual([200, 'attachment; filename="orders.parquet"']);
    expect((await collector.app.inject({ url: "/export?table=drops&format=csv&token=s3cret" })).statusCode).toBe(400);
  });

  it("leaves the files that are there when it fails", async () => {
    const out = join(await aFolder(), "out");
    await mkdir(out);
    await writeFile(join(out, "events.csv"), "before");
    const { report } = await aCollector({ token: "s3cret" });
    expect(await runExport(["--out", out, "--collector", report, "--token", "other"])).toBe(1);
    expect([await readdir(out), await readFile(join(out, "events.csv"), "utf8")]).toEqual([["events.csv"], "before"]);
  });

  it("helps, and refuses what it does not understand", async () => {
    expect(await runExport(["--help"])).toBe(0);
    for (const args of [[], ["--out", "x.csv"], ["--out", "x", "--table", "drops"], ["--out", "x", "--format", "xml"]])
      expect([args, await runExport(args)]).toEqual([args, 2]);
    expect(said[0]).toContain("--table NAME");
  });
});
