import { open, stat } from "node:fs/promises";
import { constants, gunzipSync } from "node:zlib";

/** How a table file is written. */
export interface Header {
  readonly form: "csv" | "parquet";
  /** CSV only. */
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  readonly gzip: boolean;
  /** Lines end in more than one way, or in a lone CR. */
  readonly mixedEnds: boolean;
  readonly delimiter: string;
  /** Column names in file order, made unique; empty for an empty CSV file. */
  readonly columns: readonly string[];
}

const START_BYTES = 256 * 1024;
const DELIMITERS = [",", ";", "\t", "|"];

/** Looks at a file's start. @throws when it cannot be read or is a folder. */
export async function readHeader(file: string): Promise<Header> {
  const start = await readStart(file);
  const gzip = start[0] === 0x1f && start[1] === 0x8b;
  const bytes = gzip ? gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH }) : start;
  const plain = { encoding: "utf-8", gzip, mixedEnds: false, delimiter: ",", columns: [] } as const;
  if (bytes.subarray(0, 4).toString("latin1") === "PAR1") return { ...plain, form: "parquet" };
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  const line = firstRecord(text);
  const delimiter = DELIMITERS.reduce((best, next) => (cells(line, next).length > cells(line, best).length ? next : best));
  const names = cells(line, delimiter).map((cell) => cell.trim());
  const mixedEnds = /\r(?!\n|$)/.test(text) || (text.includes("\r\n") && /[^\r]\n/.test(text));
  return { form: "csv", encoding, gzip, mixedEnds, delimiter, columns: line.trim() ? unique(names) : [] };
}

async function readStart(file: string): Promise<Buffer> {
  const facts = await stat(file).catch(() => undefined);
  if (!facts) throw new Error(`${file}: there is no such file`);
  if (facts.isDirectory()) throw new Error(`${file} is a folder; name the files in it`);
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The text up to the first line end outside quotes. */
function firstRecord(text: string): string {
  let inQuotes = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (char === "\n" || char === "\r")) return text.slice(0, at);
  }
  return text;
}

function cells(line: string, delimiter: string): string[] {
  const found: string[] = [""];
  let inQuotes = false;
  for (const char of line) {
    if (char === '"') inQuotes = !inQuotes;
    else if (char === delimiter && !inQuotes) found.push("");
    else found[found.length - 1] += char;
  }
  return found;
}

/** DuckDB takes no name twice, whatever its case: a repeated one gets its place as a suffix. */
function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name, at) => {
    const fresh = name && !seen.has(name.toLowerCase()) ? name : `${name || "column"} #${at + 1}`;
    seen.add(fresh.toLowerCase());
    return fresh;
  });
}
