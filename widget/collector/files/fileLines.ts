import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { constants, createGunzip, gunzipSync } from "node:zlib";

export type FileForm = "lines" | "csv" | "parquet" | "nothing";

const START = 4096;
const LINE_FEED = 10;
/** No batch comes near it. */
const LONGEST = 16 * 1024 * 1024;

/** What a file of events is, by how it begins. @throws when it cannot be read. */
export async function tellForm(file: string): Promise<FileForm> {
  const bytes = await readStart(file);
  const text = (isGzip(bytes) ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) : bytes).toString("utf8");
  if (text.startsWith("PAR1")) return "parquet";
  const first = /[^\s\uFEFF]/.exec(text)?.[0];
  if (first === undefined) return "nothing";
  return first === "{" || first === "[" ? "lines" : "csv";
}

/** The lines of a file, also a gzipped one, with their numbers, blank ones left out. */
export async function* fileLines(file: string): AsyncGenerator<readonly [line: number, bytes: Uint8Array]> {
  const source = createReadStream(file);
  const bytes: AsyncIterable<Buffer> = isGzip(await readStart(file)) ? source.pipe(createGunzip()) : source;
  let held: Buffer = Buffer.alloc(0);
  let line = 0;
  for await (const piece of bytes) {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      line++;
      const whole = Buffer.concat([held, piece.subarray(from, end)]);
      if (!isBlank(whole)) yield [line, whole];
      held = Buffer.alloc(0);
      from = end + 1;
    }
    held = Buffer.concat([held, piece.subarray(from)]);
    if (held.length > LONGEST) throw new Error(`${file}, line ${line + 1}: longer than ${LONGEST / 1024 / 1024} MB`);
  }
  if (!isBlank(held)) yield [line + 1, held];
}

async function readStart(file: string): Promise<Buffer> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) throw new Error(`${file}: there is no such file`);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(START), 0, START, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const isBlank = (line: Buffer): boolean => line.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);
