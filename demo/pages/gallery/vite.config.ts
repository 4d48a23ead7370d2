import { defineConfig } from "vite";
import { lightJsx } from "../../../widget/build/lightJsx.ts";
import { packTexts } from "../../../widget/build/packTexts.ts";

/** The widget's own sources as the gallery's script loads them: the same nodes, the same lazy parts. */
export default defineConfig({
  logLevel: "error",
  plugins: [lightJsx(), packTexts()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  build: {
    write: false,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: {
      input: "demo/pages/gallery/gallery.ts",
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
});
