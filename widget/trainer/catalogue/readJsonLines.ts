import { basename } from "node:path";
import { isRecord } from "../../browser/lib/isRecord.ts";
import type { Row, Tell } from "./rawProduct.ts";
import { readText } from "./readText.ts";

/** The rows of a file with one JSON object a line, keys as they stand. Lines that are none are told and left out. */
export async function readJsonLines(file: string, tell: Tell): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let line = 0;
  let held = "";
  const take = (text: string) => {
    line++;
    const where = `${basename(file)}, line ${line}`;
    const cells = text.trim() ? parse(text) : undefined;
    if (cells) rows.push({ where, cells });
    else if (text.trim()) tell("line that is not a JSON object", where, 'write one product a line, as in {"item_id":"1","name":"Lamp"}');
  };
  for await (const piece of readText(file)) {
    const lines = (held + piece).split("\n");
    held = lines.pop() ?? "";
    for (const text of lines) take(text);
  }
  take(held);
  return rows;
}

function parse(text: string): Row["cells"] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
