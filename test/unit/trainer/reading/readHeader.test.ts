import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readHeader } from "../../../../widget/trainer/reading/readHeader.ts";
import { aFolder } from "../../../support/training.ts";

async function headerOf(bytes: string | Uint8Array) {
  const file = join(await aFolder(), "täble.csv");
  await writeFile(file, bytes);
  return readHeader(file);
}

test.each([
  ["comma", ","],
  ["semicolon", ";"],
  ["tab", "\t"],
  ["bar", "|"],
])("row 149: finds the %s between columns", async (_, delimiter) => {
  expect(await headerOf(`a${delimiter}"b, x; y"${delimiter}c\n1,2;3\t4|5\n`)).toMatchObject({ delimiter, columns: ["a", "b, x; y", "c"] });
});

test("row 147: the mark at the start of a file is no part of the first column", async () => {
  expect((await headerOf("\ufeffid,name\n")).columns).toEqual(["id", "name"]);
  expect(await headerOf(Buffer.from("\ufeffid,name\n", "utf16le"))).toMatchObject({ encoding: "utf-16le", columns: ["id", "name"] });
});

test("a repeated column is told apart by its place", async () => {
  expect((await headerOf("id,ID,,id\n")).columns).toEqual(["id", "ID #2", "column #3", "id #4"]);
});

test("looks into gzip, and finds nothing in an empty file", async () => {
  expect(await headerOf(gzipSync("a,b\n1,2\n"))).toMatchObject({ gzip: true, columns: ["a", "b"] });
  expect((await headerOf("")).columns).toEqual([]);
});

test("row 158: a folder or a missing file is named", async () => {
  const folder = await aFolder();
  await mkdir(join(folder, "x.csv"));
  await expect(readHeader(join(folder, "x.csv"))).rejects.toThrow("is a folder");
  await expect(readHeader(join(folder, "y.csv"))).rejects.toThrow("no such file");
});
