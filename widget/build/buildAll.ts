import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { runnerImport, type ViteBuilder } from "vite";
import { environments } from "./environments.ts";
import { releaseNames, renameImports } from "./releaseNames.ts";
import { describeFile, keptChunks, type BuildManifest } from "./releases.ts";
import { version } from "./version.ts";

/** Folders whose files have no hash in their names: what a build no longer makes must not stay. */
const REMADE = ["npm", "cli", "report"];

/** Everything in `dist/` but the types: in the order of the environments, then the schema, the manifest and old chunks. */
export async function buildAll(builder: ViteBuilder): Promise<void> {
  const out = resolve(builder.config.root, builder.config.build.outDir);
  const before = readManifest(out);
  for (const folder of REMADE) rmSync(resolve(out, folder), { recursive: true, force: true });
  const built: string[] = [];
  for (const name of Object.keys(environments)) {
    const names = await buildOne(builder, name);
    built.push(...(name === "chunks" ? renameChunks(out, names) : names));
  }
  await writeSchema(out);
  writeManifest(out, built, before);
}

/** Names of the files it wrote. */
async function buildOne(builder: ViteBuilder, name: string): Promise<readonly string[]> {
  const environment = builder.environments[name];
  if (!environment) throw new Error(`there is no environment ${name}`);
  const result = await builder.build(environment);
  if ("on" in result) return [];
  return [result].flat().flatMap((output) => output.output.map((file) => file.fileName));
}

/** Gives the chunks their names of the release; returns those of all files. */
function renameChunks(out: string, names: readonly string[]): readonly string[] {
  const chunks = releaseNames(names);
  if (new Set(chunks.values()).size < chunks.size) throw new Error("two chunks have one name: give the group of one another");
  for (const [from, to] of chunks) {
    const code = renameImports(readFileSync(resolve(out, from), "utf8"), chunks);
    rmSync(resolve(out, from));
    writeFileSync(resolve(out, to), code);
  }
  return names.map((name) => chunks.get(name) ?? name);
}

async function writeSchema(out: string): Promise<void> {
  const { module } = await runnerImport<{ configSchema(): object }>("./widget/browser/config/configSchema.ts");
  mkdirSync(out, { recursive: true });
  writeFileSync(resolve(out, "goeswith.schema.json"), `${JSON.stringify(module.configSchema(), null, 2)}\n`);
}

/** The manifest lists what a shop serves: the tag, the one-file build, the chunks. */
function writeManifest(out: string, built: readonly string[], before: BuildManifest | undefined): void {
  const served = built.filter((name) => /^(goeswith.*|c\/.*)\.js$/.test(name)).toSorted();
  const previous = keptChunks(before, served).filter((name) => existsSync(resolve(out, name)));
  for (const chunk of readdirSync(resolve(out, "c")).map((name) => `c/${name}`)) {
    if (!served.includes(chunk) && !previous.includes(chunk)) rmSync(resolve(out, chunk));
  }
  const files = Object.fromEntries(served.map((name) => [name, describeFile(readFileSync(resolve(out, name)))]));
  writeFileSync(resolve(out, "manifest.json"), `${JSON.stringify({ version, files, previous } satisfies BuildManifest, null, 2)}\n`);
}

function readManifest(out: string): BuildManifest | undefined {
  try {
    return JSON.parse(readFileSync(resolve(out, "manifest.json"), "utf8")) as BuildManifest;
  } catch {
    return undefined;
  }
}
