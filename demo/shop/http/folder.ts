import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import type { Reply } from "./reply.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".map": "application/json",
};

const FOR_EVER = "public, max-age=31536000, immutable";

/** A file of `folder`, readable from any origin; `undefined` when there is none. `lasting`: its name changes whenever its content does. */
export async function fileOf(folder: string, path: string, lasting: (path: string) => boolean): Promise<Reply | undefined> {
  const file = normalize(join(folder, path));
  const type = TYPES[extname(file)];
  if (!type || !file.startsWith(folder + sep)) return undefined;
  const body = await readFile(file).catch(() => undefined);
  if (!body) return undefined;
  return {
    status: 200,
    type,
    body,
    headers: { "cache-control": lasting(path) ? FOR_EVER : "no-cache", "access-control-allow-origin": "*" },
  };
}
