import { createHash } from "node:crypto";
import { brotliCompressSync, constants } from "node:zlib";

/** One built file: its size, its size as a CDN sends it, and the hash for a tag's `integrity`. */
export interface BuiltFile {
  readonly bytes: number;
  readonly brotli: number;
  readonly integrity: string;
}

/** `dist/manifest.json`. */
export interface BuildManifest {
  readonly version: string;
  readonly files: Readonly<Record<string, BuiltFile>>;
  /** Chunks of the release before, kept for pages that still run its tag. */
  readonly previous: readonly string[];
}

export function describeFile(content: Uint8Array): BuiltFile {
  return {
    bytes: content.byteLength,
    brotli: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).byteLength,
    integrity: `sha384-${createHash("sha384").update(content).digest("base64")}`,
  };
}

/**
 * Which chunks of the release before stay beside the `current` ones. Building the same release again changes nothing; a new one takes
 * the place of the last, and what was before that goes.
 */
export function keptChunks(before: BuildManifest | undefined, current: readonly string[]): readonly string[] {
  const chunks = Object.keys(before?.files ?? {}).filter((name) => name.startsWith("c/"));
  const replaced = chunks.filter((name) => !current.includes(name));
  const kept = replaced.length ? replaced : (before?.previous ?? []);
  return kept.filter((name) => !current.includes(name)).toSorted();
}
