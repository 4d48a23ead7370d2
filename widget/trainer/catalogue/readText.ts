import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { readFileStart } from "../reading/readHeader.ts";

/** The text of a file, in pieces: unpacked, without a byte order mark, in the encoding its first bytes tell. @throws when it cannot be read. */
export async function* readText(file: string): AsyncGenerator<string> {
  const { gzip, encoding } = await readFileStart(file);
  const source = createReadStream(file);
  const bytes: AsyncIterable<unknown> = gzip ? source.pipe(createGunzip()) : source;
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of bytes) {
      decoder ??= new TextDecoder(encoding === "utf-8" ? declaredEncoding(chunk as Uint8Array) : encoding);
      yield decoder.decode(chunk as Uint8Array, { stream: true });
    }
  } finally {
    source.destroy();
  }
  if (decoder) yield decoder.decode();
}

const DECLARATION_BYTES = 200;

/** What an XML file says of itself; UTF-8 where it says nothing, or something nobody knows. */
function declaredEncoding(start: Uint8Array): string {
  const declaration = Buffer.from(start.subarray(0, DECLARATION_BYTES)).toString("latin1");
  const [, name = "utf-8"] = /^\W*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(declaration) ?? [];
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return "utf-8";
  }
}

/** The first character of a file that is no blank; empty for a file without any. */
export async function firstCharacter(file: string): Promise<string> {
  for await (const piece of readText(file)) {
    const text = piece.trimStart();
    if (text) return text.slice(0, 1);
  }
  return "";
}
