import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { build } from "vite";
import type { Rolldown } from "vite";
import { fileOf } from "../shop/http/folder.ts";
import type { Reply } from "../shop/http/reply.ts";

const FOLDER = resolve("demo/pages/gallery");
const HEADERS = { "cache-control": "no-cache" };

/** The gallery's files by path; its script, with the widget's sources, is bundled when first asked for. */
export function openGallery(): (path: string) => Promise<Reply | undefined> {
  let bundled: Promise<ReadonlyMap<string, string>> | undefined;
  return async (path) => {
    if (path === "/gallery")
      return { status: 200, type: "text/html; charset=utf-8", body: await readFile(`${FOLDER}/gallery.html`), headers: HEADERS };
    const [, name] = /^\/gallery\/([\w.-]+)$/.exec(path) ?? [];
    if (!name?.endsWith(".js")) return name ? fileOf(FOLDER, name, () => false) : undefined;
    const body = (await (bundled ??= bundle())).get(name);
    return body === undefined ? undefined : { status: 200, type: "text/javascript; charset=utf-8", body, headers: HEADERS };
  };
}

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const result = (await build({ configFile: `${FOLDER}/vite.config.ts` })) as Rolldown.RolldownOutput;
  return new Map(result.output.map((part) => [part.fileName, part.type === "chunk" ? part.code : ""]));
}
