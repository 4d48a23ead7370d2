import { open, stat } from "node:fs/promises";
import { constants, gunzipSync } from "node:zlib";
import { jsonShape } from "./jsonLines.ts";

/** How a table file is written. */
export interface Header {
  readonly form: "csv" | "json" | "parquet";
  /** Not of Parquet. */
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  readonly gzip: boolean;
  /** Lines end in more than one way, or in a lone CR. */
  readonly mixedEnds: boolean;
  readonly delimiter: string;
  /** CSV: lines above the one with the names. */
  readonly skip: number;
  /** Column names in file order, made unique; empty for an empty file. */
  readonly columns: readonly string[];
  /** JSON lines only: the field with the lines of an order. */
  readonly list?: string;
}

const START_BYTES = 256 * 1024;
const DELIMITERS = [",", ";", "\t", "|"];
/** Blank lines, and the line by which spreadsheets are told the delimiter. */
const ABOVE = /^(?:[ \t]*(?:\r\n|\r|\n))*(?:"?sep=(.)"?[ \t]*(?:\r\n|\r|\n))?/i;

/** The start of a file: unpacked, and as text. */
export interface FileStart extends Pick<Header, "gzip" | "encoding"> {
  readonly bytes: Buffer;
  readonly text: string;
}

/** Looks at a file's start. @throws when it cannot be read, is a folder or nothing that can be read as a table. */
export async function readHeader(file: string): Promise<Header> {
  const { gzip, bytes, encoding, text } = await readFileStart(file);
  const plain = { encoding: "utf-8", gzip, mixedEnds: false, delimiter: ",", skip: 0, columns: [] } as const;
  if (bytes.subarray(0, 4).toString("latin1") === "PAR1") return { ...plain, form: "parquet" };
  if (bytes.subarray(0, 2).toString("latin1") === "PK") throw new Error(`${file} is a spreadsheet or a ZIP archive; save it as CSV`);
  const first = /\S/.exec(text)?.[0];
  if (first === "[") throw new Error(`${file} is one JSON list; write one object a line (JSON lines)`);
  if (first === "{") return { ...plain, form: "json", encoding, ...jsonShape(text) };
  return { ...plain, form: "csv", encoding, ...csvShape(text) };
}

/** @throws when it cannot be read or is a folder. */
export async function readFileStart(file: string): Promise<FileStart> {
  const start = await readStart(file);
  const gzip = start[0] === 0x1f && start[1] === 0x8b;
  const bytes = gzip ? gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH }) : start;
  const encoding = encodingOf(bytes);
  return { gzip, bytes, encoding, text: new TextDecoder(encoding).decode(bytes) };
}

async function readStart(file: string): Promise<Buffer> {
  const facts = await stat(file).catch(() => undefined);
  if (!facts) throw new Error(`${file}: there is no such file`);
  if (facts.isDirectory()) throw new Error(`${file} is a folder; name the files in it, as in '${file.replace(/\/$/, "")}/*.csv'`);
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** By the mark at the start, else by the zero bytes of UTF-16's first letters. */
function encodingOf([a, b, c, d]: Buffer): Header["encoding"] {
  if ((a === 0xff && b === 0xfe) || (a && b === 0 && c && d === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b && c === 0 && d)) return "utf-16be";
  return "utf-8";
}

function csvShape(text: string): Pick<Header, "delimiter" | "skip" | "columns" | "mixedEnds"> {
  const [above = "", said] = ABOVE.exec(text) ?? [];
  const line = firstRecord(text.slice(above.length));
  const delimiter = said ?? DELIMITERS.reduce((best, next) => (cells(line, next).length > cells(line, best).length ? next : best));
  const names = cells(line, delimiter).map((cell) => cell.trim());
  const mixedEnds = /\r(?!\n|$)/.test(text) || (text.includes("\r\n") && /[^\r]\n/.test(text));
  return { delimiter, skip: above.match(/\r\n|\r|\n/g)?.length ?? 0, columns: line.trim() ? unique(names) : [], mixedEnds };
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
