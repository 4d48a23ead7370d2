import type { SourceConfig } from "../../types/config.ts";
import type { Source } from "../../types/source.ts";
import { swallow } from "../lib/guard.ts";
import { mergeCandidates } from "../offers/mergeCandidates.ts";
import { openSources, type SourceSetup } from "../sources/index.ts";

/** Asks the sources a configuration names and the shop's `own`, and puts together what they say; one that fails is left out. */
export function askAll(configs: readonly SourceConfig[], setup: SourceSetup, own: readonly Source[]): Source {
  const sources = [...openSources(configs, setup), ...own];
  return {
    name: sources.map(({ name }) => name).join(),
    async recommend(context, signal) {
      const asked = sources.map(async (source) => source.recommend(context, signal));
      const answers = await Promise.all(asked.map((answer) => answer.catch(swallow)));
      const candidates = answers.flatMap((answer) => answer ?? []);
      // One source names each product once, best first.
      return sources.length > 1 ? mergeCandidates(candidates) : candidates;
    },
  };
}
