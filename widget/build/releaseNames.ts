import { createHash } from "node:crypto";

const CHUNK = /^(c\/.+-)[\w-]{6}\.js$/;

/**
 * Names of a release's chunks, by the names the bundler gave them: all end in one and the same hash, of everything in the release. A chunk names a
 * dozen others, and what every page loads first pays for each of those names.
 */
export function releaseNames(names: readonly string[]): ReadonlyMap<string, string> {
  const chunks = names.filter((name) => CHUNK.test(name)).toSorted();
  const hash = createHash("sha256").update(chunks.join("\n")).digest("base64url").slice(0, 6);
  return new Map(chunks.map((name) => [name, name.replace(CHUNK, `$1${hash}.js`)]));
}

/** Code of a chunk that names the others by their new names. */
export function renameImports(code: string, names: ReadonlyMap<string, string>): string {
  const hashOf = (name: string) => name.slice(-"123456.js".length);
  const [release = ""] = [...names.values()].map(hashOf);
  return [...new Set([...names.keys()].map(hashOf))].reduce((text, old) => text.replaceAll(`-${old}`, `-${release}`), code);
}
