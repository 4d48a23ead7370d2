import { spawn } from "node:child_process";
import { once } from "node:events";

export interface Server {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  readonly pid: number;
  /** Everything it printed. */
  heard(): string;
  /** Resolves with the exit code once it is gone; `null` when the signal ended it. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

/** Runs a script of Node in a process of its own until it has printed its address. Rejects with what it said when it ends before. */
export async function startServer(script: string, args: readonly string[] = []): Promise<Server> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const exit = once(child, "exit") as Promise<[number | null]>;
  let heard = "";
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (bytes: Buffer) => {
      heard += String(bytes);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(heard)?.[0];
      if (found) resolve(found);
    };
    for (const stream of [child.stdout, child.stderr]) stream.on("data", hear);
    void exit.then(([code]) => reject(new Error(`${script} ended with ${code}: ${heard}`)), reject);
  });
  return {
    address,
    pid: child.pid ?? 0,
    heard: () => heard,
    async end(signal) {
      child.kill(signal);
      return (await exit)[0];
    },
  };
}
