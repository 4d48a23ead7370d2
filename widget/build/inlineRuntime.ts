import type { Plugin } from "vite";

const IMPORT = /import\s*\{\s*t as (\w+)\s*\}\s*from\s*"\.\/rolldown-runtime[^"]*";/;

/** What the bundler's helper does: an object whose members are read when they are asked for. */
const define = (name: string): string =>
  `const ${name} = (all) => { const names = {}; for (const key in all) Object.defineProperty(names, key, { get: all[key] }); return names; };`;

/** Puts the bundler's own helper where it is used: as a file it would cost a request of its own, and a round of them. */
export function inlineRuntime(): Plugin {
  return {
    name: "goeswith:inline-runtime",
    applyToEnvironment: ({ name }) => name === "chunks",
    renderChunk(code) {
      const name = IMPORT.exec(code)?.[1];
      return name === undefined ? undefined : { code: code.replace(IMPORT, define(name)), map: null };
    },
    generateBundle(_, bundle) {
      for (const file of Object.keys(bundle)) if (file.includes("rolldown-runtime")) delete bundle[file];
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === "chunk" && chunk.code.includes("rolldown-runtime"))
          this.error(`${chunk.fileName} still asks for the bundler's helper`);
      }
    },
  };
}
