import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { type BuildManifest, describeFile, keptChunks } from "../../../widget/build/releases.ts";

const aManifest = (files: readonly string[], previous: readonly string[] = []): BuildManifest => ({
  version: "1.0.0",
  files: Object.fromEntries(files.map((name) => [name, describeFile(Buffer.from(name))])),
  previous,
});

it("keeps nothing at the first build", () => {
  expect(keptChunks(undefined, ["c/core-1.js"])).toEqual([]);
});

it("keeps the chunks of the release that is replaced, and drops those of the one before it", () => {
  const before = aManifest(["goeswith.js", "c/core-2.js", "c/list-2.js"], ["c/core-1.js"]);
  expect(keptChunks(before, ["goeswith.js", "c/core-3.js", "c/list-2.js"])).toEqual(["c/core-2.js"]);
});

it("keeps what it kept when the same release is built again", () => {
  const before = aManifest(["goeswith.js", "c/core-2.js"], ["c/core-1.js"]);
  expect(keptChunks(before, ["goeswith.js", "c/core-2.js"])).toEqual(["c/core-1.js"]);
});

it("lists no chunk twice when an old one comes back", () => {
  const before = aManifest(["c/core-2.js"], ["c/core-1.js"]);
  expect(keptChunks(before, ["c/core-2.js", "c/core-1.js"])).toEqual([]);
});

it("describes a file by its sizes and the hash a tag needs", () => {
  const content = Buffer.from("a".repeat(1000));
  const { bytes, brotli, integrity } = describeFile(content);
  expect(bytes).toBe(1000);
  expect(brotli).toBeLessThan(50);
  expect(integrity).toBe(`sha384-${createHash("sha384").update(content).digest("base64")}`);
});
