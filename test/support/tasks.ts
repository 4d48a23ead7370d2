import type { Browser, Page } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly fileName?: string; readonly functionName?: string } };
}

/** What runs script inside a task of the main thread. */
const SCRIPT = new Set(["EvaluateScript", "v8.evaluateModule", "FunctionCall", "v8.compile", "v8.compileModule"]);

/** The longest time, in milliseconds, that one task of the page spent in scripts whose address holds `ours`. */
export async function longestTaskOf(
  browser: Browser,
  page: Page,
  ours: string,
  run: () => Promise<void>,
): Promise<{ readonly task: number; readonly what: string }> {
  await browser.startTracing(page, { categories: ["devtools.timeline", "v8", "disabled-by-default-v8.compile", "toplevel"] });
  await run();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] };
  const isOurs = ({ name, args }: TraceEvent) => SCRIPT.has(name) && (args?.data?.url ?? args?.data?.fileName ?? "").includes(ours);
  let longest = { task: 0, what: "" };
  const tasks = traceEvents.filter(({ name, dur = 0 }) => name.endsWith("RunTask") && dur > 5000);
  const scripts = traceEvents.filter(isOurs);
  for (const task of tasks) {
    const end = task.ts + (task.dur ?? 0);
    const inside = scripts.filter(
      (one) => one.tid === task.tid && one.pid === task.pid && one.ts >= task.ts && one.ts + (one.dur ?? 0) <= end,
    );
    // A call inside another one is part of it.
    const outer = inside.filter(
      (one) => !inside.some((other) => other !== one && other.ts <= one.ts && other.ts + (other.dur ?? 0) >= one.ts + (one.dur ?? 0)),
    );
    const spent = outer.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000;
    if (spent > longest.task) longest = { task: spent, what: outer.map(({ name, args }) => args?.data?.functionName ?? name).join(", ") };
  }
  return longest;
}
