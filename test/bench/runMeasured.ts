import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What a run of a program took. */
export interface Measured {
  readonly seconds: number;
  /** Seconds of all processors together. */
  readonly busy: number;
  /** Most memory it held at once, in MB. */
  readonly peak: number;
  readonly output: string;
  /** Lines of the error stream, with the seconds after which they came. */
  readonly said: readonly (readonly [seconds: number, line: string])[];
}

/** Of `process.resourceUsage()`. */
interface Usage {
  readonly userCPUTime: number;
  readonly systemCPUTime: number;
  readonly maxRSS: number;
}

const SAY_USAGE = new URL("./sayUsage.mjs", import.meta.url).href;
const COMMAND = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Path of the built command. @throws where it is not built. */
export function builtCommand(): string {
  if (!existsSync(COMMAND)) throw new Error(`${COMMAND} is missing: build first (npm run build)`);
  return COMMAND;
}

/** Runs a script in a Node process of its own. @throws with what it said when it fails. */
export function runMeasured(script: string, args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const passed = () => (performance.now() - started) / 1000;
    const child = spawn(process.execPath, ["--import", SAY_USAGE, script, ...args], { stdio: ["ignore", "pipe", "pipe", "pipe"] });
    const [, stdout, stderr, told] = child.stdio;
    const said: [number, string][] = [];
    let [output, usage] = ["", ""];
    stdout?.on("data", (text) => (output += text));
    stderr?.on("data", (text) =>
      said.push(
        ...String(text)
          .trimEnd()
          .split("\n")
          .map((line): [number, string] => [passed(), line]),
      ),
    );
    told?.on("data", (text) => (usage += text));
    child.once("error", reject);
    child.once("close", (code) => {
      const seconds = passed();
      if (code !== 0) return reject(new Error(`${script} ended with ${code}: ${said.map(([, line]) => line).join("\n")}`));
      const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage) as Usage;
      resolve({ seconds, busy: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024, output, said });
    });
  });
}
