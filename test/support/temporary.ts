import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

// All temporary folders of a file of tests are in one, which goes with it.
const { TMPDIR: before } = process.env;
const folder = mkdtempSync(join(tmpdir(), "goeswith-run-"));
process.env["TMPDIR"] = folder;
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  if (before === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = before;
});
