import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "vite";
import { afterAll, onTestFinished } from "vitest";
import type { Server } from "./startServer.ts";
import { startServer } from "./startServer.ts";

// Inside the repository, so that its packages are found.
const FOLDER = resolve(`.cache/collect-${process.pid}`);
const define = { __VERSION__: JSON.stringify("0.0.0") };

let built: Promise<unknown> | undefined;

afterAll(async () => {
  await built;
  await rm(FOLDER, { recursive: true, force: true });
});

/** `goeswith collect` out of the sources in a process of its own, gone after the test at the latest. */
export async function launchCollector(data: string, flags: readonly string[] = []): Promise<Server> {
  built ??= build({
    ...{ configFile: false, logLevel: "error", define },
    build: { ssr: "test/support/collect.ts", outDir: FOLDER },
  });
  await built;
  const server = await startServer(join(FOLDER, "collect.js"), ["--port", "0", "--data", data, "--rate", "1000000000", ...flags]);
  onTestFinished(async () => void (await server.end("SIGKILL")));
  return server;
}
