import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it, onTestFinished } from "vitest";
import { openDuckdb } from "../../../../widget/collector/store/duckdb.ts";
import { insert } from "../../../support/stores.ts";
import { anEvent } from "../anEvent.ts";

async function aFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "goeswith-store-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "events.duckdb");
}

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
    expect(columns).toEqual([
      "checks.checked",
      ...confirmed.split(" ").map((name) => `confirmed.${name}`),
      ...drop.split(" ").map((name) => `drops.${name}`),
      ...`${event} ${more}`.split(" ").map((name) => `events.${name}`),
      ...months.split(" ").map((name) => `months.${name}`),
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
