import type { Plugin } from "vite";

const IMPORT = /import\s*\{\s*t as (\w+)\s*\}\s*from\s*"\.\/rolldown-runtime[^"]*";/;
/** The helper itself, in the one file that needs it. */
const OWN = /\/\/ \\0rolldown\/runtime\.js\nvar __defProp = [^;]*;\nvar (__exportAll) = \(all, no_symbols\) => \{\n[\s\S]*?\n\};\n/;
const MEMBER = /([\w$]+|"[^"]+"):\s*\(\)\s*=>\s*([\w$]+)/g;

/** An object whose members are read when they are asked for, written out: as the bundler's helper makes it, but for what the page put on `Object.prototype`. */
const written = (members: string): string => `({${members.replace(MEMBER, "get $1() { return $2; }")}})`;

/** Puts what the bundler's own helper does where it is used: as a file it would cost a request of its own, and a round of them. */
export function inlineRuntime(): Plugin {
  return {
    name: "goeswith:inline-runtime",
    applyToEnvironment: ({ name }) => name === "chunks",
    renderChunk(code) {
      const name = (IMPORT.exec(code) ?? OWN.exec(code))?.[1];
      if (name === undefined) return undefined;
      const use = new RegExp(`\\b${name}\\(\\{([^}]*)\\}\\)`, "g");
      const inlined = code
        .replace(IMPORT, "")
        .replace(OWN, "")
        .replace(use, (_, members: string) => written(members));
      if (new RegExp(`\\b${name}\\(`).test(inlined)) this.error("the bundler's helper is used in a way not known here");
      return { code: inlined, map: null };
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
