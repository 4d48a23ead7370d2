import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkConfig, type CheckFacts } from "./browser/config/checkConfig.ts";
import { jsonFault } from "./browser/config/jsonFault.ts";
import { isRecord } from "./browser/lib/isRecord.ts";
import { shardOf } from "./browser/model/shardOf.ts";
import type { Fault } from "./types/config.ts";
import type { Manifest, Shard } from "./types/model.ts";

const USAGE = "Usage: goeswith check FILE [--model DIR]";

/** Exit codes. */
const SOUND = 0;
const FAULTY = 1;
const MISUSED = 2;

/** `goeswith check FILE [--model DIR]`: prints every fault of a configuration. Resolves to the exit code. */
export async function runCheck(args: readonly string[]): Promise<number> {
  const asked = parse(args);
  if (!asked) return misused(USAGE);
  const text = read(asked.file);
  if (text === undefined) return misused(`${asked.file} cannot be read.\n${USAGE}`);
  const faults = faultsOf(text, asked);
  console.log(faults.length > 0 ? faults.map(line).join("\n") : "no faults");
  return faults.length > 0 ? FAULTY : SOUND;
}

interface Asked {
  readonly file: string;
  readonly model?: string | undefined;
}

function parse(args: readonly string[]): Asked | undefined {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: { model: { type: "string" } }, allowPositionals: true });
    const [file, ...more] = positionals;
    return file !== undefined && more.length === 0 ? { file, model: values.model } : undefined;
  } catch {
    return undefined;
  }
}

function misused(message: string): number {
  console.error(message);
  return MISUSED;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch {
    return undefined;
  }
}

function line({ path, what, mend }: Fault): string {
  return `${path || "the whole file"}: ${what}. ${mend}${/[.?]$/.test(mend) ? "" : "."}`;
}

function faultsOf(text: string, { file, model }: Asked): readonly Fault[] {
  const stray = jsonFault(text);
  if (stray)
    return [{ path: `${file}:${stray.line}:${stray.column}`, what: stray.what, mend: `Mend line ${stray.line} at column ${stray.column}` }];
  const raw: unknown = JSON.parse(text);
  return checkConfig(raw, model === undefined ? {} : modelFacts(raw, file, model));
}

/** What the files of a model say. Where there is a model to ask, the folder that the configuration names is looked for too. */
function modelFacts(raw: unknown, file: string, folder: string): CheckFacts {
  const manifest = readJson(join(folder, "manifest.json"));
  if (!isManifest(manifest)) {
    return {
      modelFault: existsSync(folder) ? `${folder} holds no model: its manifest.json cannot be read` : `there is no folder ${folder}`,
    };
  }
  const named = isRecord(raw) ? raw["model"] : undefined;
  const isMissing = typeof named === "string" && isRelative(named) && !existsSync(resolve(dirname(file), named));
  const find = shardReader(folder, manifest);
  return {
    manifest,
    has: (product) => find(product) !== undefined,
    hasCategory: (category) => !!find(`category:${category}`)?.length,
    ...(isMissing && { modelFault: `there is no folder ${named} beside ${file}` }),
  };
}

/** Looks a key up in its shard: the best-known products of a category, none for anything else; `undefined`: not there. */
function shardReader(folder: string, { build, shards }: Manifest): (key: string) => readonly string[] | undefined {
  const files = new Map<number, Partial<Shard>>();
  return (key) => {
    const number = shardOf(key, shards);
    const shard: Partial<Shard> = files.get(number) ?? readJson(join(folder, build, `${number}.json`)) ?? {};
    files.set(number, shard);
    const { entries = {}, aliases = {} } = shard;
    if (Object.hasOwn(entries, key)) return entries[key]?.best ?? [];
    return Object.hasOwn(aliases, key) ? [] : undefined;
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  return isRecord(value) && value["format"] === 1 && typeof value["build"] === "string" && Number.isInteger(value["shards"]);
}

/** Neither an address nor a path of the site: a folder that should stand beside the file. */
function isRelative(model: string): boolean {
  return !/^([a-z][a-z\d+.-]*:|\/)/i.test(model);
}
