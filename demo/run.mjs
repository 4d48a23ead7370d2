// Plain JavaScript, so that Node 20 can start it: Vite reads the TypeScript behind it.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const { module } = await runnerImport(fileURLToPath(new URL("./server.ts", import.meta.url)), { configFile: false, logLevel: "error" });
await module.main(process.argv.slice(2));
