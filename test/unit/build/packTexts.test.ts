import { resolve } from "node:path";
import type { Plugin } from "vite";
import { describe, expect, it, vi } from "vitest";
import { packTexts } from "../../../widget/build/packTexts.ts";
import { de } from "../../../widget/browser/ui/texts/de.ts";

const TEXTS = resolve("widget/browser/ui/texts");

/** What the plugin makes of a module, and the files it writes beside. */
async function load(file: string, environment: string) {
  const emitFile = vi.fn();
  const { load: run } = packTexts() as Plugin & { load(id: string): Promise<string | undefined> };
  const code = await run.call({ environment: { name: environment }, emitFile } as never, `${TEXTS}/${file}`);
  return { code, files: emitFile.mock.calls.map(([{ fileName, source }]) => [String(fileName), String(source)] as const) };
}

describe("packTexts", () => {
  it("makes one line of a language's first texts and another of its later ones", async () => {
    const { code: first } = await load("de.ts?first", "client");
    const { code: later } = await load("de.ts?later", "client");
    expect(first).toMatch(/^export default"de~/);
    expect(later).not.toContain(de.add);
    const line = (code = "") => JSON.parse(code.slice("export default".length)) as string;
    expect(`${line(first)}~${line(later)}`).toBe(Object.values(de).join("~"));
  });

  it("writes a file for every language that the pages' code finds by its name alone", async () => {
    const { code, files } = await load("firstFiles.ts", "chunks");
    const [, hash] = /`\.\/\$\{language\}-([\w-]{6})\.js`/.exec(code ?? "") ?? [];
    expect(files.map(([name]) => name)).toEqual(
      ["ar", "cs", "de", "en", "es", "fr", "pl", "ru", "tr", "uk"].map((one) => `c/${one}-${hash}.js`),
    );
    expect(files[2]?.[1]).toBe((await load("de.ts?first", "chunks")).code);
  });

  it("calls the files of later texts otherwise", async () => {
    const { code, files } = await load("laterFiles.ts", "chunks");
    expect(code).toContain("./later-${language}-");
    expect(files).toHaveLength(10);
    expect(files.every(([name]) => name.startsWith("c/later-"))).toBe(true);
  });

  it("puts all languages into the one file", async () => {
    const { code, files } = await load("firstFiles.ts", "one");
    const made = (await import(`data:text/javascript,${encodeURIComponent(code ?? "")}`)) as {
      loadFirstFile(language: string): Promise<{ default: string }>;
    };
    expect((await made.loadFirstFile("de")).default.split("~")[0]).toBe("de");
    expect(files).toEqual([]);
  });

  it.each(["npm", "client"])("leaves the list of files to %s as it is", async (environment) => {
    expect((await load("firstFiles.ts", environment)).code).toBeUndefined();
  });

  it("leaves other modules alone", async () => {
    expect((await load("de.ts", "chunks")).code).toBeUndefined();
  });
});
