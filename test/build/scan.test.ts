import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeFile } from "../../widget/build/releases.ts";
import { DIST, filesIn, readManifest } from "../support/dist.ts";

const manifest = readManifest();
const served = Object.keys(manifest.files);

/** What must not be in a script that runs in a shop's page. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ["eval", /\beval\s*\(/],
  ["code from text", /\bnew Function\b|\bFunction\s*\(/],
  ["code from text by a timer", /\bset(?:Timeout|Interval)\s*\(\s*[`"']/],
  ["markup from text", /\.(?:inner|outer)HTML\s*=(?!=)|insertAdjacentHTML|\.createContextualFragment|setHTMLUnsafe/],
  ["document.write", /document\.write/],
  ["a message to any origin", /postMessage\([^)]*[`"']\*[`"']/],
  ["unload, which keeps pages out of the back/forward cache", /[`"'](?:before)?unload[`"']/],
  ["a fingerprint", /\b(?:deviceMemory|hardwareConcurrency|toDataURL|getImageData|navigator\.plugins|queryLocalFonts)\b/],
  ["a comment", /\/\*|sourceMappingURL/],
];

/** Names of XML vocabularies; they are never fetched. */
const NAMESPACES = /^https?:\/\/(?:www\.w3\.org|schema\.org)\b/;

function hosts(source: string): readonly string[] {
  return [...source.matchAll(/\bhttps?:\/\/[\w.-]+[^\s`"'\\)]*/g)]
    .map(([address]) => address)
    .filter((address) => !NAMESPACES.test(address));
}

describe("row 107: what is served to a shop's page", () => {
  it.each(served)("%s has nothing in it that a page must not run", (name) => {
    const source = readFileSync(join(DIST, name), "utf8");
    expect(FORBIDDEN.filter(([, pattern]) => pattern.test(source)).map(([what]) => what)).toEqual([]);
    expect(hosts(source)).toEqual([]);
  });

  it.each([
    ["eval", 'eval("1")'],
    ["code from text", "x=new Function(`a`)"],
    ["code from text by a timer", "setTimeout('a()',1)"],
    ["markup from text", "e.innerHTML=t"],
    ["document.write", "document.write(t)"],
    ["a message to any origin", 'w.postMessage(m,"*")'],
    ["unload, which keeps pages out of the back/forward cache", "addEventListener(`unload`,f)"],
    ["a fingerprint", "navigator.deviceMemory"],
    ["a comment", "/* x */"],
  ])("the scan sees %s", (what, source) => {
    expect(FORBIDDEN.find(([name]) => name === what)?.[1].test(source)).toBe(true);
  });

  it("the scan sees a host", () => {
    expect(hosts("fetch(`https://evil.example/x`);n=`http://www.w3.org/2000/svg`")).toEqual(["https://evil.example/x"]);
  });
});

describe("row 106: the manifest", () => {
  it.each(served)("tells size and hash of %s", (name) => {
    expect(manifest.files[name]).toEqual(describeFile(readFileSync(join(DIST, name))));
  });

  it("lists all chunks there are, and the ones kept from the last release apart", () => {
    const chunks = filesIn(join(DIST, "c")).map((name) => `c/${name}`);
    expect(chunks).toEqual([...served.filter((name) => name.startsWith("c/")), ...manifest.previous].toSorted());
  });

  it("names the version of the package", () => {
    expect(manifest.version).toBe((JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version);
  });
});

it("the tag loads the core by its hashed name", () => {
  const tag = readFileSync(join(DIST, "goeswith.js"), "utf8");
  const core = served.find((name) => name.startsWith("c/core-")) ?? "no core";
  expect(tag).toContain(core);
});

it("the one file loads nothing more", () => {
  expect(readFileSync(join(DIST, "goeswith.one.js"), "utf8")).not.toMatch(/\bimport\s*\(|import\.meta/);
});
