import { readdir, readFile } from "node:fs/promises";
import { unwatchFile, watchFile } from "node:fs";
import { join } from "node:path";
import type { Stop } from "../types/platform.ts";
import { isRecord } from "../browser/lib/isRecord.ts";

/** Milliseconds between two looks at the manifest's date. */
const LOOK_EVERY = 1000;

/** Titles of the products in a model. */
export interface Titles {
  /** Of a product id or an alias of one. */
  title(id: string): string | undefined;
  readonly stop: Stop;
}

/**
 * Reads the titles out of the cards of a model folder, and again whenever its manifest changes. A model that cannot be read is
 * told on stderr and leaves the titles as they were; the report does with ids.
 */
export async function watchTitles(folder: string): Promise<Titles> {
  const manifest = join(folder, "manifest.json");
  let titles: ReadonlyMap<string, string> = new Map();
  let latest = 0;
  const read = async () => {
    const mine = ++latest;
    try {
      const found = await readTitles(folder, await readJson(manifest));
      if (mine === latest) titles = found;
    } catch (error) {
      console.error(`goeswith: no titles from ${folder}:`, error instanceof Error ? error.message : error);
    }
  };
  const onChange = () => void read();
  watchFile(manifest, { interval: LOOK_EVERY, persistent: false }, onChange);
  await read();
  return { title: (id) => titles.get(id), stop: () => unwatchFile(manifest, onChange) };
}

async function readTitles(folder: string, manifest: unknown): Promise<ReadonlyMap<string, string>> {
  const build = isRecord(manifest) ? manifest["build"] : undefined;
  if (typeof build !== "string" || !/^[\w.-]+$/.test(build)) throw new Error("the manifest names no build");
  const files = (await readdir(join(folder, build))).filter((name) => name.endsWith(".json"));
  const titles = new Map<string, string>();
  const aliases: [string, unknown][] = [];
  for (const file of files) {
    const part = await readJson(join(folder, build, file));
    if (!isRecord(part)) continue;
    for (const [id, card] of entriesOf(part["cards"])) {
      if (isRecord(card) && typeof card["title"] === "string") titles.set(id, card["title"]);
    }
    aliases.push(...entriesOf(part["aliases"]));
  }
  for (const [alias, id] of aliases) {
    const title = titles.get(String(id));
    if (title !== undefined && !titles.has(alias)) titles.set(alias, title);
  }
  return titles;
}

function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(isRecord(value) ? value : {});
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8")) as unknown;
}
