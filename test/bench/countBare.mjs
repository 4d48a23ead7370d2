// DuckDB's bare count of all pairs of a file of order lines: node countBare.mjs FILE FOLDER_TO_SPILL_TO
import { DuckDBInstance } from "@duckdb/node-api";

const [file = "", spill = ""] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:", { memory_limit: "2GB", temp_directory: spill });
const connection = await instance.connect();
// The answer is one number, so that no order is to be kept; without this the limit may not be enough for large files.
await connection.run("set preserve_insertion_order = false");
const pairs = "select a.i, b.i as j, count(*) as n from lines a join lines b on a.o = b.o and a.i < b.i group by all";
const answer = await connection.runAndReadAll(
  `with lines as (select distinct order_id o, item_id i from read_csv('${file}')) select count(*) from (${pairs})`,
);
console.log(String(answer.getRows()[0]?.[0]));
