import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BuildManifest } from "../../widget/build/releases.ts";

export const DIST = "dist";

export const readManifest = (dist = DIST): BuildManifest => JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8")) as BuildManifest;

/** Paths of all files in a folder, from that folder. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .toSorted();

/** The chunk whose name, less its hash, is given. */
export const chunk = (name: string): string =>
  Object.keys(readManifest().files).find((file) => file.startsWith(`c/${name}-`)) ?? `there is no chunk ${name}`;

/** Chunks a chunk needs before it runs, itself included. */
export function withImports(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(join(DIST, file), "utf8");
  for (const [, name] of source.matchAll(/(?:\bfrom|\bimport)\s*[`"']\.\/([\w.-]+\.js)[`"']/g)) withImports(`c/${name}`, seen);
  return seen;
}
