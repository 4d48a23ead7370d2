import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createProgress } from "../../../widget/trainer/progress.ts";

let written: string[] = [];
const stream = (isTTY: boolean) => ({ isTTY, columns: 80, write: (text: string) => written.push(text) });
/** What a terminal shows: the text after the last clearing. */
const shown = () => written.join("").split("\r\u001B[2K").at(-1);

beforeEach(() => {
  written = [];
  vi.useFakeTimers();
  vi.stubEnv("CI", "");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("on a terminal one line tells the phase, how much is done and what is left", () => {
  const progress = createProgress(stream(true));
  let part = 0;
  progress.phase("reading", 0.5, () => part);
  expect(shown()).toBe("[------------------------] 0 % reading");
  part = 0.5;
  vi.advanceTimersByTime(10_000);
  expect(shown()).toBe("[######------------------] 25 % reading, about 30 s left");
  part = 0.2;
  vi.advanceTimersByTime(200);
  expect(shown()).toMatch(/ 25 % reading/);
  progress.phase("counting", 0.5);
  expect(shown()).toBe("[############------------] 50 % counting, about 10 s left");
  progress.stop();
});

test("a stopped bar leaves a clean line and is not drawn again", () => {
  const progress = createProgress(stream(true));
  progress.phase("reading", 1);
  progress.stop();
  progress.stop();
  expect(shown()).toBe("");
  const { length } = written;
  vi.advanceTimersByTime(5000);
  expect(written).toHaveLength(length);
});

test("a printed text stands in a line of its own", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const progress = createProgress(stream(true));
  progress.phase("reading", 1);
  progress.print("Orders: 3");
  expect(shown()).toBe("");
  expect(log).toHaveBeenCalledWith("Orders: 3");
  progress.stop();
});

test("where there is no terminal, or in CI, there is no bar, and phases only when asked for", () => {
  vi.stubEnv("CI", "true");
  for (const [isTTY, verbose] of [
    [true, false],
    [false, false],
    [false, true],
  ] as const) {
    const progress = createProgress(stream(isTTY), { verbose });
    progress.phase("reading", 1);
    vi.advanceTimersByTime(1000);
    progress.stop();
  }
  expect(written).toEqual(["0 s reading\n"]);
});

test("a line is never longer than the terminal is wide", () => {
  const progress = createProgress({ ...stream(true), columns: 40 });
  progress.phase(`reading ${"x".repeat(100)}`, 1);
  expect(shown()).toHaveLength(39);
  progress.stop();
});
