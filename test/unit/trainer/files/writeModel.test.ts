import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { ModelFiles } from "../../../../widget/trainer/files/buildFiles.ts";
import { readCompressions } from "../../../../widget/trainer/files/compress.ts";
import { writeModel } from "../../../../widget/trainer/files/writeModel.ts";
import { aManifest } from "../../../support/aManifest.ts";
import { aFolder } from "../../../support/training.ts";

const BUILD = "0123456789ab";
const someFiles = (over: Readonly<Record<string, string>> = {}): ModelFiles => ({
  manifest: aManifest({ build: BUILD }),
  files: new Map(Object.entries({ "head.json": '{"best":[]}', "0.json": "{}", "de/0.json": `{"cards":"${"ü".repeat(40_000)}"}`, ...over })),
});
const listed = async (folder: string) => (await readdir(folder, { recursive: true })).filter((name) => name.includes(".")).sort();

test("every file has its copies beside it, with the same text, and the same bytes each time", async () => {
  const folders = [await aFolder(), await aFolder()] as const;
  for (const folder of folders) await writeModel(folder, someFiles(), ["br", "gz"]);
  const [folder, other] = folders;
  const names = (await listed(folder)).filter((name) => name.endsWith(".json"));
  expect(names).toEqual([`${BUILD}/0.json`, `${BUILD}/de/0.json`, `${BUILD}/head.json`, "manifest.json"]);
  for (const name of names) {
    const text = await readFile(join(folder, name), "utf8");
    const [gzip, brotli] = [await readFile(join(folder, `${name}.gz`)), await readFile(join(folder, `${name}.br`))];
    expect([String(gunzipSync(gzip)), String(brotliDecompressSync(brotli))]).toEqual([text, text]);
    // Neither the time nor the machine is in it.
    expect([...gzip.subarray(4, 8), gzip[9]]).toEqual([0, 0, 0, 0, 255]);
    expect(await readFile(join(other, `${name}.gz`))).toEqual(gzip);
    expect(await readFile(join(other, `${name}.br`))).toEqual(brotli);
  }
});

test("a build that is there already gets the copies it lacks", async () => {
  const folder = await aFolder();
  await writeModel(folder, someFiles());
  expect(await listed(folder)).toHaveLength(4);
  await writeModel(folder, someFiles(), ["gz"]);
  expect((await listed(folder)).filter((name) => name.endsWith(".gz"))).toHaveLength(4);
  await writeModel(folder, someFiles(), ["br", "gz"]);
  expect((await listed(folder)).filter((name) => name.endsWith(".br"))).toHaveLength(4);
});

test("no copy of an earlier manifest stays to be served in place of the new one", async () => {
  const folder = await aFolder();
  await writeModel(folder, someFiles(), ["br", "gz"]);
  await writeModel(folder, { ...someFiles({ "0.json": "[]" }), manifest: aManifest({ build: "ba9876543210" }) });
  expect((await readdir(folder)).sort()).toEqual([BUILD, "ba9876543210", "manifest.json"]);
});

test("row 158: a failure in the midst leaves the old model, its copies and nothing half written", async () => {
  const folder = await aFolder();
  await writeModel(folder, someFiles(), ["gz"]);
  const before = await listed(folder);
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`${at}.json`, "{}"]));
  // A file and a folder of one name cannot both be.
  const broken = { ...someFiles({ ...many, "7.json/a.json": "{}" }), manifest: aManifest({ build: "ba9876543210" }) };
  await expect(writeModel(folder, broken, ["gz"])).rejects.toThrow(/EISDIR/);
  expect(await listed(folder)).toEqual(before);
});

test("what an interrupted run left behind is no hindrance and goes", async () => {
  const folder = await aFolder();
  await mkdir(join(folder, `.writing-${BUILD}`));
  await writeFile(join(folder, `.writing-${BUILD}`, "old.json"), "{}");
  await writeModel(folder, someFiles());
  expect((await readdir(folder)).sort()).toEqual([BUILD, "manifest.json"]);
  await rm(folder, { recursive: true });
});

test.each([
  ["", []],
  ["gzip", ["gz"]],
  ["br, GZ", ["br", "gz"]],
  ["gzip,brotli,gz", ["br", "gz"]],
])("--compress %j names the copies", (text, forms) => {
  expect(readCompressions(text)).toEqual(forms);
});

test("--compress names what it does not know", () => {
  expect(() => readCompressions("gzip,zip")).toThrow("--compress zip: gzip, brotli or both with a comma are needed");
});
