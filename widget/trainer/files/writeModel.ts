import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ModelFiles } from "./buildFiles.ts";
import { compress, type Compression } from "./compress.ts";
import { mindTemporary } from "../reading/temporary.ts";

/** Builds that stay, the new one among them: pages in flight still ask for the one before. */
const KEPT = 3;
const TEMPORARY = ".writing-";
/** Files written at the same time: more than one disk and four threads can keep up with gains nothing. */
const AT_ONCE = 16;
const MANIFEST = "manifest.json";
/** Written in every build. */
const HEAD = "head.json";
const FORMS: readonly Compression[] = ["br", "gz"];

/**
 * Writes a build beside the earlier ones; the manifest comes last and replaces the old one in one step, so that a run that fails
 * leaves the old model as it was. `forms`: each file is written in them too.
 */
export async function writeModel(folder: string, { manifest, files }: ModelFiles, forms: readonly Compression[] = []): Promise<void> {
  const target = join(folder, manifest.build);
  const draft = join(folder, `${TEMPORARY}${manifest.build}`);
  const manifests = join(folder, `${TEMPORARY}manifests`);
  await mkdir(folder, { recursive: true });
  const stopMinding = mindTemporary(draft, manifests);
  try {
    // A build is named after its contents: one that is there already is the same, and may lack a form at most.
    if (existsSync(target)) await writeForms({ draft, target, files }, forms);
    else {
      await writeAll(draft, files, ["", ...forms]);
      await rename(draft, target);
    }
    await writeManifest(folder, manifests, { text: `${JSON.stringify(manifest)}\n`, forms });
  } finally {
    for (const path of [draft, manifests]) await rm(path, { recursive: true, force: true });
    stopMinding();
  }
  await prune(folder, manifest.build);
}

type Form = Compression | "";

const nameIn = (name: string, form: Form): string => (form ? `${name}.${form}` : name);

/** Writes every file in these forms into a new folder; `""` is the file as it is. */
async function writeAll(folder: string, files: ReadonlyMap<string, string>, forms: readonly Form[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const one of new Set([...files.keys()].map((name) => dirname(join(folder, name))))) await mkdir(one, { recursive: true });
  // All take from one and the same iterator; after a failure none takes more, and what is under way is waited for.
  const left = files.entries();
  const failures: unknown[] = [];
  const write = async () => {
    for (const [name, text] of left) {
      if (failures.length) return;
      for (const form of forms) await writeFile(join(folder, nameIn(name, form)), form ? await compress(text, form, files.size) : text);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, () => write().catch((error: unknown) => failures.push(error))));
  if (failures.length) throw failures[0];
}

interface FormsWriting extends Pick<ModelFiles, "files"> {
  readonly draft: string;
  readonly target: string;
}

/** Adds the forms that a build lacks, each file in one step; that of the head comes last and says that all are there. */
async function writeForms({ draft, target, files }: FormsWriting, wanted: readonly Compression[]): Promise<void> {
  const forms = wanted.filter((form) => !existsSync(join(target, nameIn(HEAD, form))));
  if (forms.length === 0) return;
  await writeAll(draft, files, forms);
  const names = [...files.keys()].filter((name) => name !== HEAD);
  for (const name of [...names, HEAD])
    for (const form of forms) await rename(join(draft, nameIn(name, form)), join(target, nameIn(name, form)));
}

interface ManifestWriting {
  readonly text: string;
  readonly forms: readonly Compression[];
}

/** The manifest itself comes last. A form of an earlier one would hide it from those that ask for that form, so none stays. */
async function writeManifest(folder: string, drafts: string, { text, forms }: ManifestWriting): Promise<void> {
  await writeAll(drafts, new Map([[MANIFEST, text]]), ["", ...forms]);
  for (const form of FORMS) {
    const name = nameIn(MANIFEST, form);
    if (forms.includes(form)) await rename(join(drafts, name), join(folder, name));
    else await rm(join(folder, name), { force: true });
  }
  await rename(join(drafts, MANIFEST), join(folder, MANIFEST));
}

/** Removes what an interrupted run left behind and all builds but the newest ones. Touches nothing else in the folder. */
async function prune(folder: string, current: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((one) => one.startsWith(TEMPORARY))) await rm(join(folder, name), { recursive: true, force: true });
  const others: { readonly path: string; readonly age: number }[] = [];
  for (const name of names.filter((one) => /^[0-9a-f]{12}$/.test(one) && one !== current)) {
    const head = await stat(join(folder, name, HEAD)).catch(() => undefined);
    if (head) others.push({ path: join(folder, name), age: head.mtimeMs });
  }
  others.sort((a, b) => b.age - a.age || (a.path < b.path ? -1 : 1));
  for (const { path } of others.slice(KEPT - 1)) await rm(path, { recursive: true });
}
