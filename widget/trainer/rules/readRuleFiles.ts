import { open, readFile } from "node:fs/promises";
import { findFaults } from "../../browser/config/findFaults.ts";
import { jsonFault } from "../../browser/config/jsonFault.ts";
import { readRules } from "../../browser/config/readRules.ts";
import { ruleFields } from "../../browser/config/ruleFields.ts";
import { isRecord } from "../../browser/lib/isRecord.ts";
import type { Database } from "../reading/database.ts";
import { readSheet } from "./readSheet.ts";
import type { RuleReading, WrittenRule } from "./writtenRule.ts";

/**
 * Reads `--rules` files: JSON as in `goeswith.json`, or edited sheets. What sheets pin stands before everything else, because a pin is
 * meant to come first. @throws when a file cannot be read at all.
 */
export async function readRuleFiles(database: Database, files: readonly string[]): Promise<RuleReading> {
  const readings: RuleReading[] = [];
  for (const file of files) readings.push((await isJson(file)) ? await readJsonRules(file) : await readSheet(database, file));
  const rules = readings.flatMap((reading) => reading.rules);
  return {
    rules: [...rules.filter(({ isPinned }) => isPinned), ...rules.filter(({ isPinned }) => !isPinned)],
    accepted: readings.reduce((sum, { accepted }) => sum + accepted, 0),
    faults: readings.flatMap(({ faults }) => faults),
  };
}

const START_BYTES = 64;

/** A sheet begins with the name of a column. */
async function isJson(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) throw new Error(`${file}: there is no such file`);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(START_BYTES));
    return /^\s*[[{]/.test(decode(buffer.subarray(0, bytesRead)));
  } finally {
    await handle.close();
  }
}

async function readJsonRules(file: string): Promise<RuleReading> {
  const text = decode(await readFile(file));
  const stray = jsonFault(text);
  if (stray) throw new Error(`${file}:${stray.line}:${stray.column}: ${stray.what}`);
  const raw: unknown = JSON.parse(text);
  const list = isRecord(raw) ? raw["rules"] : raw;
  if (!Array.isArray(list)) throw new Error(`${file}: a list of rules, or an object with one as "rules", is needed`);
  const rules = list.flatMap((one: unknown, at): WrittenRule[] => {
    const [read] = readRules([one]);
    const where = `${file}, rule ${at + 1}`;
    return read === "model" ? [] : read.map((rule) => ({ rule, where }));
  });
  const faults = findFaults(ruleFields, list, "rules").map(({ path, what, mend }) => `${file}: ${path} ${what}. ${mend}`);
  return { rules, accepted: 0, faults };
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
