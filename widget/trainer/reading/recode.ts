import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Header } from "./readHeader.ts";
import { type JsonShape, jsonRows, numberedLines } from "./jsonLines.ts";

/** `mixed`: UTF-8 where that is possible, else Windows-1252. */
export type Encoding = Header["encoding"] | "mixed";

export interface Recoding {
  readonly file: string;
  readonly gzip: boolean;
  readonly encoding: Encoding;
  /** File to write. */
  readonly to: string;
}

/** A file that is held only a piece at a time. */
export function openPieces({ file, gzip }: Pick<Recoding, "file" | "gzip">): AsyncIterable<Uint8Array> {
  const bytes = createReadStream(file);
  if (!gzip) return bytes;
  const plain = createGunzip();
  bytes.on("error", (error) => plain.destroy(error));
  return bytes.pipe(plain);
}

/** The same text as UTF-8 with one kind of line end. */
export async function recode({ file, gzip, encoding, to }: Recoding): Promise<void> {
  await pipeline(Readable.from(plainEnds(decode(openPieces({ file, gzip }), encoding))), createWriteStream(to));
}

/**
 * JSON lines as CSV with the shape's columns and, first, the line in the file. Returns the numbers of the lines that are no JSON objects.
 * @throws on a line too long to be one.
 */
export async function recodeJson({ file, gzip, encoding, to }: Recoding, { columns, list }: JsonShape): Promise<readonly number[]> {
  const bad: number[] = [];
  const lines = numberedLines(plainEnds(decode(openPieces({ file, gzip }), encoding)), file);
  const texts = async function* (): AsyncGenerator<string> {
    yield `${["line", ...columns].map(cell).join(",")}\n`;
    for await (const [number, line] of lines) {
      const rows = jsonRows(line, list);
      if (!rows) bad.push(number);
      else yield rows.map((row) => `${number},${columns.map((name) => cell(row.get(name) ?? "")).join(",")}\n`).join("");
    }
  };
  await pipeline(Readable.from(bundled(texts())), createWriteStream(to));
  return bad;
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const BUNDLE = 256 * 1024;

/** A stream is quick with large pieces only. */
async function* bundled(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const text of texts) {
    held += text;
    if (held.length < BUNDLE) continue;
    yield held;
    held = "";
  }
  yield held;
}

async function* decode(pieces: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === "mixed") return yield* decodeMixed(pieces);
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

const LINE_FEED = 10;
/** Pieces without a line end grow up to this. */
const MOST_HELD = 4 * 1024 * 1024;

async function* decodeMixed(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = Buffer.concat([held, piece]);
    const end = bytes.length > MOST_HELD ? bytes.length : bytes.lastIndexOf(LINE_FEED) + 1;
    yield decodeLines(bytes.subarray(0, end));
    held = bytes.subarray(end);
  }
  yield decodeLines(held);
}

function decodeLines(bytes: Buffer): string {
  const text = decodeUtf8(bytes);
  if (text !== undefined) return text;
  const lines: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, from) + 1 || bytes.length;
    const line = bytes.subarray(from, end);
    lines.push(decodeUtf8(line) ?? new TextDecoder("windows-1252").decode(line));
    from = end;
  }
  return lines.join("");
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function* plainEnds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  // A CR at the end of a piece waits for the LF that may follow it.
  let held = "";
  for await (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, "\n");
  }
  yield held.replace("\r", "\n");
}
