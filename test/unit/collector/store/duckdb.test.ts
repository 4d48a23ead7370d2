import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it, onTestFinished } from "vitest";
import { isInvalidated, openDuckdb } from "../../../../widget/collector/store/duckdb.ts";
import { insert } from "../../../support/stores.ts";
import { anEvent } from "../anEvent.ts";

async function aFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "goeswith-store-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "events.duckdb");
}

it("knows a database that has to be opened anew from one that could not do something", async () => {
  const instance = await DuckDBInstance.create(await aFile());
  const connection = await instance.connect();
  onTestFinished(() => connection.closeSync());
  const failureOf = (sql: string) => connection.run(sql).catch((error: unknown) => error);
  expect(isInvalidated(await failureOf("select * from nothing"))).toBe(false);
  await connection.run("create table t as select 1; set debug_checkpoint_abort = 'before_header'");
  const [first, later] = [await failureOf("checkpoint"), await failureOf("select 1")];
  expect([isInvalidated(first), isInvalidated(later)]).toEqual([true, true]);
});

it("row 138: a log that ends anywhere gives whole groups, in order, and takes more", async () => {
  const file = await aFile();
  const store = await openDuckdb(file);
  onTestFinished(store.stop);
  const ends: number[] = [];
  for (const group of [1, 2, 3]) {
    await insert(store, anEvent("shown", `${group}a`), anEvent("seen", `${group}b`));
    ends.push((await stat(`${file}.wal`)).size);
  }
  const [first = 0, second = 0, third = 0] = ends;
  const cut = [first - 1, first, first + 1, second - 1, Math.floor((second + third) / 2), third];
  for (const [at, length] of cut.entries()) {
    const copy = `${file}-${at}`;
    await copyFile(file, copy);
    await writeFile(`${copy}.wal`, (await readFile(`${file}.wal`)).subarray(0, length));
    const torn = await openDuckdb(copy);
    onTestFinished(torn.stop);
    expect((await torn.figures()).events).toBe(2 * ends.filter((end) => end <= length).length);
    expect(await insert(torn, anEvent("shown", "3a"))).toEqual(new Set(length < third ? ["3a"] : []));
  }
}, 30_000);

describe("row 119: what is at rest", () => {
  it("has these columns and no others", async () => {
    const file = await aFile();
    await (await openDuckdb(file)).stop();
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    const rows = await connection.runAndReadAll("select table_name || '.' || column_name from information_schema.columns order by all");
    const columns = rows.getRows().map(([name]) => String(name));
    connection.closeSync();
    instance.closeSync();
    const event =
      "answer arm arrival build counterpart currency happened id kind lines offer order_hash page_view person place placement price";
    const more = "price_of_other product quantity reason received seq shop skew source total type version visit";
    const drop = "batch count reason received shop";
    const confirmed = "arm cancelled cost currency customer happened lines net offers order_hash refunded shop visit";
    const months = "month opened ordered orders seen shown taken visits";
    const switches = "decided happened holdout offers since";
    expect(columns).toEqual([
      "checks.checked",
      ...confirmed.split(" ").map((name) => `confirmed.${name}`),
      ...drop.split(" ").map((name) => `drops.${name}`),
      ...`${event} ${more}`.split(" ").map((name) => `events.${name}`),
      ...months.split(" ").map((name) => `months.${name}`),
      ...switches.split(" ").map((name) => `switches.${name}`),
    ]);
  });

  it("is one file once the store is closed", async () => {
    const file = await aFile();
    const store = await openDuckdb(file);
    await insert(store, anEvent("shown", "e1", { product: "a-product-to-find" }));
    await store.stop();
    await expect(readFile(`${file}.wal`)).rejects.toThrow("ENOENT");
    expect((await readFile(file)).includes("a-product-to-find")).toBe(true);
  });
});
