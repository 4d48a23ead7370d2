import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** A form in which a file is written once more, by the ending of its name. */
export type Compression = "gz" | "br";

const NAMES: Readonly<Record<string, Compression>> = { gzip: "gz", gz: "gz", brotli: "br", br: "br" };
/** Up to so many files are pressed as hard as brotli can, which takes twenty times as long as nearly as hard. */
const HARD = 4_000;
const HARDEST = constants.BROTLI_MAX_QUALITY;
const QUICK = 9;
/** A power of two; a small file needs no room for a large one. */
const SMALL_WINDOW = 16;
/** Place of the byte that tells the machine a gzip file was made on. */
const MACHINE = 9;
const UNKNOWN_MACHINE = 255;

/** Reads `gzip,brotli`. @throws naming what is neither. */
export function readCompressions(text: string): readonly Compression[] {
  const words = text.split(",").map((word) => word.trim().toLowerCase());
  const forms = words.filter(Boolean).map((word) => {
    const form = Object.hasOwn(NAMES, word) ? NAMES[word] : undefined;
    if (!form) throw new Error(`--compress ${word}: gzip, brotli or both with a comma are needed`);
    return form;
  });
  return [...new Set(forms)].toSorted();
}

const asGzip = promisify<string, object, Buffer>(gzip);
const asBrotli = promisify<string, object, Buffer>(brotliCompress);

/** The bytes of a text in a form: the same on every machine, whatever the time. `files`: how many there are to be done. */
export async function compress(text: string, form: Compression, files: number): Promise<Uint8Array> {
  if (form === "gz") {
    const bytes = await asGzip(text, { level: constants.Z_BEST_COMPRESSION });
    bytes[MACHINE] = UNKNOWN_MACHINE;
    return bytes;
  }
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: files > HARD ? QUICK : HARDEST,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_LGWIN]: Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(SMALL_WINDOW, 32 - Math.clz32(text.length))),
    [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
  };
  return asBrotli(text, { params });
}
