import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Card, Entry, Head, Manifest, Shard } from "../../widget/types/model.ts";
import { runTrain } from "../../widget/trainer/runTrain.ts";

/** Texts or bytes of the files to train on. */
export interface TrainingFiles {
  readonly orders?: string | Uint8Array;
  readonly catalogue?: string | Uint8Array;
  readonly args?: readonly string[];
  /** An earlier folder, to train into once more. */
  readonly folder?: string;
}

/** A trained model, all its files read. */
export interface Trained {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly head: Head;
  readonly entries: Readonly<Record<string, Entry>>;
  readonly cards: Readonly<Record<string, Card>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly shards: readonly Shard[];
  /** Every byte of every file, by name. */
  readonly texts: ReadonlyMap<string, string>;
}

export const aFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "goeswith-test-"));

/** A CSV text out of rows. */
export const csv = (...rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(",")).join("\n")}\n`;

/** `times` orders of the same products, as rows of an order file. */
export const orderRows = (name: string, times: number, ...products: readonly string[]): [string, string][] =>
  Array.from({ length: times }, (_, at) => products.map((product): [string, string] => [`${name}${at}`, product])).flat();

/** Runs `goeswith train` on files of these texts and reads back what it wrote. */
export async function train({ orders, catalogue, args = [], folder }: TrainingFiles): Promise<Trained> {
  const input = await aFolder();
  const out = folder ?? join(input, "model");
  const given: string[] = [];
  for (const [name, text] of Object.entries({ orders, catalogue })) {
    if (text === undefined) continue;
    await writeFile(join(input, `${name}.csv`), text);
    given.push(`--${name}`, join(input, `${name}.csv`));
  }
  await runTrain([...given, "--out", out, "--date", "2026-01-02", ...args]);
  return readTrained(out);
}

export async function readTrained(folder: string): Promise<Trained> {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as Manifest;
  const names = (await readdir(join(folder, manifest.build), { recursive: true })).filter((name) => name.endsWith(".json")).sort();
  const texts = new Map<string, string>();
  for (const name of names) texts.set(name, await readFile(join(folder, manifest.build, name), "utf8"));
  const parsed = new Map([...texts].map(([name, text]) => [name, JSON.parse(text) as unknown]));
  const shards = names.filter((name) => /^\d+\.json$/.test(name)).map((name) => parsed.get(name) as Shard);
  const merged = <K extends keyof Shard>(key: K) =>
    Object.fromEntries(shards.flatMap((shard) => Object.entries(shard[key] ?? {}))) as NonNullable<Shard[K]>;
  return {
    folder,
    manifest,
    head: parsed.get("head.json") as Head,
    entries: merged("entries"),
    cards: merged("cards"),
    aliases: merged("aliases"),
    shards,
    texts,
  };
}
