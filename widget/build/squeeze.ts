import { minify } from "terser";
import type { Plugin } from "vite";

/** A second opinion before the bundler's own minifier: about two hundredths less on the wire. */
export function squeeze(): Plugin {
  return {
    name: "goeswith:squeeze",
    applyToEnvironment: ({ name }) => name === "chunks" || name === "tag" || name === "one",
    async renderChunk(code, _, { format }) {
      const { code: less } = await minify(code, {
        module: format === "es",
        ecma: 2020,
        compress: { passes: 3, unsafe_arrows: true, pure_getters: true, unsafe: true },
        mangle: false,
        format: { comments: false },
      });
      return less === undefined ? undefined : { code: less, map: null };
    },
  };
}
