import { readFile } from "node:fs/promises";

/** Where the build puts the report's script: beside the command, or beside the folder this part of it was split off to. */
const SCRIPTS = ["./report/report.js", "../report/report.js"];

/** The report's script as it was built; `undefined` where it was not. */
export async function readReportScript(): Promise<Buffer | undefined> {
  for (const place of SCRIPTS) {
    const script = await readFile(new URL(place, import.meta.url)).catch(() => undefined);
    if (script) return script;
  }
  return undefined;
}
