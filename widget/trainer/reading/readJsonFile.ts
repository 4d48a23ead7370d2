import { readFile } from "node:fs/promises";

/** @throws when it cannot be read or is not JSON. */
export async function readJsonFile(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8"));
}
