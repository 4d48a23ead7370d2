import { say } from "../lib/say.ts";
import type { Table } from "../lib/shape.ts";
import { configFields } from "./fields.ts";
import { findFaults } from "./findFaults.ts";

/** Says on the console what is wrong with a configuration, or with the part of it at `path` that has a table of its own. */
export function sayFaults(raw: unknown, table: Table = configFields, path = ""): void {
  for (const { path: at, what, mend } of findFaults(table, raw, path)) say(`${at || "configuration"} ${what}. ${mend}.`);
}
