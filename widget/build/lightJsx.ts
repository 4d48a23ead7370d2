import { resolve } from "node:path";
import type { Plugin } from "vite";

/** JSX of the widget in the browser makes light nodes, which need no Preact to be painted. The report keeps Preact's. */
export function lightJsx(): Plugin {
  return {
    name: "goeswith:light-jsx",
    enforce: "pre",
    resolveId(source, importer) {
      const isOurs = source === "preact/jsx-runtime" && importer?.replaceAll("\\", "/").includes("/widget/browser/");
      return isOurs ? resolve("widget/browser/ui/jsxRuntime.ts") : undefined;
    },
  };
}
