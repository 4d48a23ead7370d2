import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it, vi } from "vitest";
import { DIST } from "../support/dist.ts";

const CLI = resolve(DIST, "cli.js");
const ORDERS = `order_id,item_id\n${Array.from({ length: 40 }, (_, at) => `${at},phone\n${at},case\n${at + 100},watch\n`).join("")}`;

/** Starts `goeswith train` with a temporary folder of its own. */
function startTraining(...args: readonly string[]) {
  const temporary = mkdtempSync(join(tmpdir(), "goeswith-test-"));
  const child = spawn(process.execPath, [CLI, "train", ...args], { env: { ...process.env, TMPDIR: temporary } });
  const texts = { out: "", error: "" };
  child.stdout.on("data", (text: Buffer) => (texts.out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (texts.error += text.toString()));
  const ended = once(child, "close").then(([code, signal]: unknown[]) => ({ code, signal, ...texts }));
  return { child, temporary, ended };
}

const aFolder = () => mkdtempSync(join(tmpdir(), "goeswith-test-"));
const filesIn = (folder: string) => readdirSync(folder, { recursive: true }).map(String).toSorted();

async function trainOn(out: string) {
  const { child, temporary, ended } = startTraining("--orders", "-", "--out", out);
  child.stdin.end(ORDERS);
  return { temporary, ...(await ended) };
}

it("row 158: orders may be piped in, into a folder with any letters; nothing temporary stays, and no bar is drawn where there is no terminal", async () => {
  const out = join(aFolder(), "modèle 模型");
  const { code, out: said, error, temporary } = await trainOn(out);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  expect(said).toContain("120 lines, 80 orders with 3 products");
  expect(filesIn(out)).toContain("manifest.json");
  expect(readdirSync(temporary)).toEqual([]);
});

it.each(["SIGINT", "SIGTERM"] as const)("row 158: %s in the middle of a run leaves the old model and nothing else", async (signal) => {
  const out = aFolder();
  await trainOn(out);
  const [files, manifest] = [filesIn(out), readFileSync(join(out, "manifest.json"), "utf8")];
  const { child, temporary, ended } = startTraining("--orders", "-", "--out", out);
  child.stdin.write(`${ORDERS}900,other\n`);
  // The pipe stays open: the run is in its middle as soon as the copy of what came so far is there.
  await vi.waitFor(() => expect(filesIn(temporary).some((name) => name.endsWith("input0"))).toBe(true), { timeout: 30_000 });
  child.kill(signal);
  expect(await ended).toMatchObject({ signal });
  expect(readdirSync(temporary)).toEqual([]);
  expect([filesIn(out), readFileSync(join(out, "manifest.json"), "utf8")]).toEqual([files, manifest]);
});

it("row 158: a target that cannot be written is named, and nothing temporary stays", async () => {
  const file = join(aFolder(), "file");
  writeFileSync(file, "");
  const { code, error, temporary } = await trainOn(join(file, "model"));
  expect(code).toBe(1);
  expect(error).toContain(join(file, "model"));
  expect(readdirSync(temporary)).toEqual([]);
});
