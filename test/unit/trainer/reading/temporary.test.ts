import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { mindTemporary } from "../../../../widget/trainer/reading/temporary.ts";
import { aFolder } from "../../../support/training.ts";

afterEach(() => vi.restoreAllMocks());

test.each(["SIGINT", "SIGTERM"] as const)("what is being written is gone when the command is ended by %s", async (signal) => {
  const [folder, kept] = [join(await aFolder(), "draft"), await aFolder()];
  await mkdir(folder);
  await writeFile(join(folder, "0.json"), "{}");
  const before = process.listenerCount(signal);
  const kill = vi.spyOn(process, "kill").mockReturnValue(true);
  const stops = [mindTemporary(folder), mindTemporary(kept)];
  stops[1]?.();
  process.emit(signal, signal);
  expect(existsSync(folder)).toBe(false);
  expect(existsSync(kept)).toBe(true);
  // The process then ends as it would have.
  expect(kill).toHaveBeenCalledExactlyOnceWith(process.pid, signal);
  expect(process.listenerCount(signal)).toBe(before);
  stops[0]?.();
});

test("once nothing is being written the signals are as they were", () => {
  const before = process.listenerCount("SIGINT");
  const stop = mindTemporary("/tmp/none");
  expect(process.listenerCount("SIGINT")).toBe(before + 1);
  stop();
  stop();
  expect(process.listenerCount("SIGINT")).toBe(before);
});
