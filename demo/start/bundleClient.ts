import { build } from "vite";

/** The shop's own browser script as one classic script. */
export async function bundleClient(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, target: "es2022", modulePreload: false, rolldownOptions: { input: entry, output: { format: "iife" } } },
  });
  const output = "output" in result ? result.output : Array.isArray(result) ? result[0]?.output : undefined;
  const [chunk] = output ?? [];
  if (chunk?.type !== "chunk") throw new Error(`${entry} could not be bundled`);
  return chunk.code;
}
