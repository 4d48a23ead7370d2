import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expandFiles } from "../../../../widget/trainer/reading/expandFiles.ts";
import { aFolder } from "../../../support/training.ts";

async function folderOf(...names: readonly string[]): Promise<string> {
  const folder = await aFolder();
  await mkdir(join(folder, "deep", "er"), { recursive: true });
  for (const name of names) await writeFile(join(folder, name), "");
  return folder;
}

test.each([
  ["*.csv", ["a.csv", "b.csv"]],
  ["?.csv", ["a.csv", "b.csv"]],
  ["deep/*.csv", ["deep/c.csv"]],
  ["d*/*/*", ["deep/er/d.csv"]],
  ["**/*.csv", ["a.csv", "b.csv", "deep/c.csv", "deep/er/d.csv"]],
  ["a.csv", ["a.csv"]],
  ["not-there.csv", ["not-there.csv"]],
])("%s stands for its files, from a to z", async (pattern, expected) => {
  const folder = await folderOf("b.csv", "a.csv", "a.csv.gz", ".hidden.csv", "deep/c.csv", "deep/er/d.csv");
  expect(await expandFiles([join(folder, pattern)])).toEqual(expected.map((name) => join(folder, name)));
});

test("a file named twice, by name and by pattern, is read once", async () => {
  const folder = await folderOf("a.csv");
  expect(await expandFiles([join(folder, "a.csv"), join(folder, "*")])).toEqual([join(folder, "a.csv")]);
});

test("a file whose name holds a star is that file", async () => {
  const folder = await folderOf("a*.csv", "ab.csv");
  expect(await expandFiles([join(folder, "a*.csv")])).toEqual([join(folder, "a*.csv")]);
});

test("a pattern without a file is an error", async () => {
  const folder = await folderOf();
  await expect(expandFiles([join(folder, "*.csv")])).rejects.toThrow(/\*\.csv: there is no such file/);
});
