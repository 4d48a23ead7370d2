// Preloaded into a process that is measured: says on its fourth stream what it needed.
import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

if (isMainThread) process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));
