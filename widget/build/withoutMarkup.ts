import type { Plugin } from "vite";

/** What Preact does for `dangerouslySetInnerHTML`, as its published file has it, and what stands there instead. */
const CUTS: readonly (readonly [string, string])[] = [
  ['"dangerouslySetInnerHTML"==s?h=k:', ""],
  ['"dangerouslySetInnerHTML"==s?y=k:', ""],
  ["h?(l||y&&(h.__html==y.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),r.__k=[]):(", "("],
];

/** Takes the one place where text becomes markup out of Preact, so that no script a shop serves has such a place. We never use it. */
export function withoutMarkup(): Plugin {
  return {
    name: "goeswith:without-markup",
    applyToEnvironment: ({ name }) => name === "chunks" || name === "one",
    transform(code, id) {
      if (!id.endsWith("preact/dist/preact.mjs")) return undefined;
      for (const [was] of CUTS) if (!code.includes(was)) this.error(`Preact has changed: it has no ${was}`);
      return { code: CUTS.reduce((text, [was, is]) => text.replace(was, is), code), map: null };
    },
  };
}
