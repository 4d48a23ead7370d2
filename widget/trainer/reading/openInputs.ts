import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { expandFiles } from "./expandFiles.ts";
import { openPieces } from "./recode.ts";

/** A file to read, and what messages call it. */
export interface Input {
  readonly file: string;
  readonly name: string;
}

const STDIN = "-";

/**
 * The files that names and patterns stand for. What can be read only once, `-` for what is piped in and FIFOs, is copied into the folder.
 * @throws for a pattern without a file.
 */
export async function openInputs(names: readonly string[], folder: string): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (const [at, file] of (await expandFiles(names)).entries()) {
    const isFile = file !== STDIN && !(await stat(file).catch(() => undefined))?.isFIFO();
    const to = join(folder, `input${at}`);
    if (!isFile) await pipeline(file === STDIN ? process.stdin : openPieces({ file, gzip: false }), createWriteStream(to));
    inputs.push({ file: isFile ? file : to, name: file === STDIN ? "stdin" : file });
  }
  return inputs;
}
