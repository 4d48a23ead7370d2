import { readdir, readFile } from "node:fs/promises";
import { unwatchFile, watchFile } from "node:fs";
import { join } from "node:path";
import type { ChangedPair, ModelChanges } from "../types/changes.ts";
import type { Stop } from "../types/platform.ts";
import { isRecord } from "../browser/lib/isRecord.ts";

/** Milliseconds between two looks at the manifest's date. */
const LOOK_EVERY = 1000;

/** What the report needs of the model in use. */
export interface WatchedModel {
  /** Of a product id or an alias of one. */
  title(id: string): string | undefined;
  /** What shoppers moved in it; `undefined` where they were not heard. */
  changes(): ModelChanges | undefined;
  readonly stop: Stop;
}

/** Stands in the build where shoppers were heard. */
const CHANGES = "changes.json";

/**
 * Reads the titles out of the cards of a model folder, and what shoppers moved, and both again whenever its manifest changes. A model
 * that cannot be read is told on stderr and leaves them as they were; the report does with ids.
 */
export async function watchModel(folder: string): Promise<WatchedModel> {
  const manifest = join(folder, "manifest.json");
  let model: ReadModel = { titles: new Map() };
  let latest = 0;
  const read = async () => {
    const mine = ++latest;
    try {
      const found = await readModel(folder, await readJson(manifest));
      if (mine === latest) model = found;
    } catch (error) {
      console.error(`goeswith: no titles from ${folder}:`, error instanceof Error ? error.message : error);
    }
  };
  const onChange = () => void read();
  watchFile(manifest, { interval: LOOK_EVERY, persistent: false }, onChange);
  await read();
  return { title: (id) => model.titles.get(id), changes: () => model.changes, stop: () => unwatchFile(manifest, onChange) };
}

interface ReadModel {
  readonly titles: ReadonlyMap<string, string>;
  readonly changes?: ModelChanges;
}

async function readModel(folder: string, manifest: unknown): Promise<ReadModel> {
  const build = isRecord(manifest) ? manifest["build"] : undefined;
  if (typeof build !== "string" || !/^[\w.-]+$/.test(build)) throw new Error("the manifest names no build");
  const files = (await readdir(join(folder, build))).filter((name) => name.endsWith(".json"));
  const titles = await readTitles(files.filter((name) => name !== CHANGES).map((name) => join(folder, build, name)));
  if (!files.includes(CHANGES)) return { titles };
  const changes = await readJson(join(folder, build, CHANGES));
  const pairs = isRecord(changes) && Array.isArray(changes["pairs"]) ? changes["pairs"].filter(isChangedPair) : [];
  return { titles, changes: { build, pairs } };
}

function isChangedPair(value: unknown): value is ChangedPair {
  if (!isRecord(value)) return false;
  const { kind, for: other, product, factor, reason } = value;
  return [kind, other, product, reason].every((text) => typeof text === "string") && typeof factor === "number";
}

async function readTitles(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  const aliases: [string, unknown][] = [];
  for (const file of files) {
    const part = await readJson(file);
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
