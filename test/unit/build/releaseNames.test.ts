import { expect, it } from "vitest";
import { releaseNames, renameImports } from "../../../widget/build/releaseNames.ts";

const NAMES = ["c/core-aaaaa1.js", "c/ui-bb-_b2.js", "c/de-cccccc.js", "goeswith.js"];

it("gives every chunk one hash, and leaves other files alone", () => {
  const names = [...releaseNames(NAMES).values()];
  expect(names).toHaveLength(3);
  expect(new Set(names.map((name) => name.slice(-9))).size).toBe(1);
  expect(names[0]).toMatch(/^c\/core-[\w-]{6}\.js$/);
});

it("gives another hash as soon as one chunk is another, whatever their order", () => {
  const hashOf = (names: readonly string[]) => [...releaseNames(names).values()][0]!.slice(-9);
  expect(hashOf(NAMES.toReversed())).toBe(hashOf(NAMES));
  expect(hashOf(["c/core-aaaaa2.js", ...NAMES.slice(1)])).not.toBe(hashOf(NAMES));
});

it("has chunks name each other by the new names, also where a name is put together", () => {
  const names = releaseNames(NAMES);
  const hash = names.get("c/core-aaaaa1.js")!.slice(-9);
  expect(renameImports("import(`./ui-bb-_b2.js`),import(`./${l}-cccccc.js`),`x-dddddd.js`", names)).toBe(
    `import(\`./ui-${hash}\`),import(\`./\${l}-${hash}\`),\`x-dddddd.js\``,
  );
});
