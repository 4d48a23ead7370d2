import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ModelFiles } from "./buildFiles.ts";

/** Builds that stay, the new one among them: pages in flight still ask for the one before. */
const KEPT = 3;
const TEMPORARY = ".writing-";

/**
 * Writes a build beside the earlier ones; the manifest comes last and replaces the old one in one step, so that a run that fails
 * leaves the old model as it was.
 */
export async function writeModel(folder: string, { manifest, files }: ModelFiles): Promise<void> {
  await mkdir(folder, { recursive: true });
  const target = join(folder, manifest.build);
  const draft = join(folder, `${TEMPORARY}${manifest.build}`);
  const manifestDraft = join(folder, `${TEMPORARY}manifest.json`);
  try {
    // A build is named after its contents: one that is there already is the same.
    if (!existsSync(target)) {
      await rm(draft, { recursive: true, force: true });
      for (const folder of new Set([...files.keys()].map((name) => dirname(join(draft, name))))) await mkdir(folder, { recursive: true });
      for (const [name, text] of files) await writeFile(join(draft, name), text);
      await rename(draft, target);
    }
    await writeFile(manifestDraft, `${JSON.stringify(manifest)}\n`);
    await rename(manifestDraft, join(folder, "manifest.json"));
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(manifestDraft, { force: true });
  }
  await prune(folder, manifest.build);
}

/** Removes what an interrupted run left behind and all builds but the newest ones. Touches nothing else in the folder. */
async function prune(folder: string, current: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((one) => one.startsWith(TEMPORARY))) await rm(join(folder, name), { recursive: true, force: true });
  const others: { readonly path: string; readonly age: number }[] = [];
  for (const name of names.filter((one) => /^[0-9a-f]{12}$/.test(one) && one !== current)) {
    const head = await stat(join(folder, name, "head.json")).catch(() => undefined);
    if (head) others.push({ path: join(folder, name), age: head.mtimeMs });
  }
  others.sort((a, b) => b.age - a.age || (a.path < b.path ? -1 : 1));
  for (const { path } of others.slice(KEPT - 1)) await rm(path, { recursive: true });
}
