import { rmSync } from "node:fs";
import type { Stop } from "../../types/platform.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** How often removing is tried, and the milliseconds in between. */
const TRIES = 100;
const PAUSE = 20;
const paths = new Set<string>();

/** Files or folders that must not stay when the command is ended by a signal. Stops minding them when called. */
export function mindTemporary(...given: readonly string[]): Stop {
  if (paths.size === 0) for (const signal of SIGNALS) process.on(signal, onSignal);
  for (const path of given) paths.add(path);
  return () => {
    for (const path of given) paths.delete(path);
    if (paths.size === 0) for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}

/** Removes them, and ends as the signal wants it. */
function onSignal(signal: NodeJS.Signals): void {
  for (const path of paths) remove(path);
  paths.clear();
  for (const one of SIGNALS) process.off(one, onSignal);
  process.kill(process.pid, signal);
}

/** What other threads are writing at this moment may come in between, so it is tried again until they are done. */
function remove(path: string): void {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      rmSync(path, { recursive: true, force: true });
      return;
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
