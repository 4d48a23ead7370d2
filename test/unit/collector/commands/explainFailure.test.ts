import { expect, it } from "vitest";
import { explainFailure } from "../../../../widget/collector/commands/explainFailure.ts";

const withCode = (code: string, message: string, port?: number) => Object.assign(new Error(message), { code, port });

it.each<readonly [unknown, string]>([
  [
    withCode("ERR_MODULE_NOT_FOUND", "Cannot find package '@duckdb/node-api' imported from x"),
    "@duckdb/node-api is not installed. npm install",
  ],
  [withCode("EADDRINUSE", "listen", 4310), "port 4310 is taken"],
  [withCode("EACCES", "listen", 80), "this user may not take port 80"],
  [new Error("IO Error: Could not set lock on file: Conflicting lock is held"), "another process has my.db open"],
  [new Error("IO Error: Corrupt database file: bad checksum in block at location 4096"), "my.db is damaged"],
  [
    new Error('IO Error: Failure while replaying WAL file "my.db.wal": Corrupt WAL file'),
    "my.db.wal, where the newest events are, is damaged",
  ],
  [new Error('IO Error: Cannot open file "my.db": Permission denied'), "this user may not write my.db"],
  [new Error('IO Error: Cannot open file "a/my.db": No such file or directory'), "the folder of my.db does not exist"],
  [new Error("Could not write file: No space left on device"), "the disk of my.db is full"],
  [new Error("something else"), "something else"],
  ["a word", "a word"],
])("%s: %s", (error, words) => {
  expect(explainFailure(error, "my.db")).toContain(words);
});
