import type { Plugin } from "vite";
import { releaseNames } from "./releaseNames.ts";

/** Tells the tag which name the release gives to the core: `c/core-HASH.js` takes the place of `__CORE__`. Shared by both builds. */
export function coreName(): Plugin {
  let core = "";
  return {
    name: "goeswith:core-name",
    sharedDuringBuild: true,
    generateBundle(_, bundle) {
      if (this.environment.name !== "chunks") return;
      const entry = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry);
      core = releaseNames(Object.keys(bundle)).get(entry?.fileName ?? "") ?? "";
    },
    transform(code, id) {
      if (this.environment.name !== "tag" || !id.endsWith("importCore.ts")) return undefined;
      if (!core) this.error("the chunks are built before the tag");
      return { code: code.replace("__CORE__", JSON.stringify(core)), map: null };
    },
  };
}
