import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openInputs } from "../../../../widget/trainer/reading/openInputs.ts";
import { aFolder } from "../../../support/training.ts";

test("row 158: a pattern stands for the files it matches, in the order people count, in folders with any letters", async () => {
  const folder = join(await aFolder(), "été 订单");
  await mkdir(folder);
  for (const name of ["o10.csv", "o9.csv", "o1.csv.gz", "o1.txt"]) await writeFile(join(folder, name), "");
  const inputs = await openInputs([join(folder, "o*.csv*"), join(folder, "o9.csv")], folder);
  expect(inputs.map(({ name }) => name.slice(folder.length + 1))).toEqual(["o1.csv.gz", "o9.csv", "o10.csv"]);
});

test("row 158: a pattern without a file is named", async () => {
  const folder = await aFolder();
  await expect(openInputs([join(folder, "*.csv")], folder)).rejects.toThrow("*.csv: there is no such file");
});

test("row 158: what can be read only once is copied, and keeps its name", async () => {
  const folder = await aFolder();
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  const [[input]] = await Promise.all([openInputs([pipe], folder), writeFile(pipe, "order,item\n")]);
  expect(input?.name).toBe(pipe);
  expect(input?.file).not.toBe(pipe);
  expect(await readFile(input?.file ?? "", "utf8")).toBe("order,item\n");
});
