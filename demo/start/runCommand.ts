import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";

/** A running child and what it has written so far. */
export interface Running {
  readonly child: ChildProcess;
  /** Standard output and error together. */
  said(): string;
  /** Resolves with the exit code; `null` when it was ended by a signal or could not be started. */
  readonly ended: Promise<number | null>;
}

/** Starts Node on a script with these arguments. */
export function runCommand(script: string, args: readonly string[], onText: (text: string) => void = () => {}): Running {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      onText(text);
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", resolve);
    child.once("error", () => resolve(null));
  });
  return { child, said: () => text, ended };
}
