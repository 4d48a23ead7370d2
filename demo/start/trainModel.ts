import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "./runCommand.ts";

export interface Training {
  /** `dist/cli.js` */
  readonly command: string;
  readonly orders: string;
  readonly catalogue: string;
  /** Rules that the model carries. */
  readonly rules?: string;
  /** The folder written. */
  readonly model: string;
  /** ISO 4217 of prices that name no currency. */
  readonly currency: string;
}

/** Trains the model unless the one there was made from the same files by the same command. Answers what went wrong, or nothing. */
export async function trainModel({ command, orders, catalogue, rules, model, currency }: Training): Promise<string | undefined> {
  const ruled = rules === undefined ? [] : [rules];
  const key = await fingerprint([command, orders, catalogue, ...ruled]);
  if (!key) return `${command} is missing: run \`npm run build\` first. The shop runs without a model.`;
  const mark = join(model, "made-from.txt");
  const made = await readFile(mark, "utf8").catch(() => "");
  if (made === key + currency) return undefined;
  const files = ["--orders", orders, "--catalogue", catalogue, ...ruled.flatMap((file) => ["--rules", file])];
  const training = runCommand(command, ["train", ...files, "--currency", currency, "--out", model]);
  if ((await training.ended) !== 0) return `training failed, the shop runs without a fresh model:\n${training.said()}`;
  await writeFile(mark, key + currency);
  return undefined;
}

async function fingerprint(files: readonly string[]): Promise<string | undefined> {
  const hash = createHash("sha256");
  for (const file of files) {
    const content = await readFile(file).catch(() => undefined);
    if (!content) return undefined;
    hash.update(content);
  }
  return hash.digest("hex");
}
