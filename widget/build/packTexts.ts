import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Plugin, transformWithOxc } from "vite";

const FOLDER = resolve("widget/browser/ui/texts");
/** What stands between two texts, and in none of them. */
const BETWEEN = "~";

type Part = "first" | "later";

/**
 * Makes two modules of every language's file, each one line of texts without their names: `de.ts?first` for the first offers, `de.ts?later` for what
 * comes afterwards. For shops' pages these are files called after the language and one hash of them all, so that no list of hashes has to be loaded;
 * in the one file they stand side by side.
 */
export function packTexts(): Plugin {
  const load = async (id: string, environment: string, emit: (name: string, code: string) => void): Promise<string | undefined> => {
    const [, language, asked] = /\/ui\/texts\/(\w+)\.ts\?(first|later)$/.exec(id) ?? [];
    if (language && asked) return moduleOf(await packed(language, asked as Part));
    const [, part] = /\/ui\/texts\/(first|later)Files\.ts$/.exec(id) ?? [];
    const build = builds[environment];
    return part && build ? build(part as Part, emit) : undefined;
  };
  return {
    name: "goeswith:pack-texts",
    enforce: "pre",
    load(id) {
      return load(id.replaceAll("\\", "/"), this.environment.name, (fileName, source) =>
        this.emitFile({ type: "asset", fileName, source }),
      );
    },
  };
}

/** What stands in place of the modules that list a language's files, where that is not the list itself. */
const builds: Readonly<Record<string, (part: Part, emit: (name: string, code: string) => void) => Promise<string>>> = {
  async chunks(part, emit) {
    const texts = await all(part);
    const hash = createHash("sha256").update(JSON.stringify(texts)).digest("base64url").slice(0, 6);
    for (const [language, text] of texts) emit(`c/${prefix(part)}${language}-${hash}.js`, moduleOf(text));
    const address = `./${prefix(part)}\${language}-${hash}.js`;
    return `export const ${loader(part)} = (language) => import(/* @vite-ignore */ \`${address}\`);`;
  },
  async one(part) {
    const texts = JSON.stringify(Object.fromEntries(await all(part)));
    return `const texts = ${texts}; export const ${loader(part)} = async (language) => ({ default: texts[language] });`;
  },
};

const prefix = (part: Part): string => (part === "later" ? "later-" : "");
const loader = (part: Part): string => (part === "later" ? "loadLaterFile" : "loadFirstFile");
const moduleOf = (text: string): string => `export default${JSON.stringify(text)}`;

async function all(part: Part): Promise<readonly (readonly [language: string, text: string])[]> {
  const languages = (await readdir(FOLDER)).flatMap((name) => /^([a-z]{2})\.ts$/.exec(name)?.[1] ?? []).toSorted();
  return Promise.all(languages.map(async (language) => [language, await packed(language, part)] as const));
}

/** The texts of a language in the order of their names. @throws when one is missing or holds what stands between them. */
async function packed(language: string, part: Part): Promise<string> {
  const [file, constant] = part === "later" ? ["later", "LATER"] : ["unpack", "FIRST"];
  const names = String((await read(file))[constant]).split(BETWEEN);
  const texts = (await read(language))[language] as Readonly<Record<string, string | undefined>>;
  const wrong = names.filter((name) => texts[name] === undefined || texts[name].includes(BETWEEN));
  if (wrong.length) throw new Error(`${language}.ts: no good text for ${wrong.join(", ")}`);
  return names.map((name) => texts[name]).join(BETWEEN);
}

/** What a file without imports of its own exports. */
async function read(name: string): Promise<Readonly<Record<string, unknown>>> {
  const file = resolve(FOLDER, `${name}.ts`);
  const { code } = await transformWithOxc(await readFile(file, "utf8"), file);
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, unknown>;
}
