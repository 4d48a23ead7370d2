import type { SourceConfig } from "../../types/config.ts";
import type { Source } from "../../types/source.ts";
import { swallow } from "../lib/guard.ts";
import type { Model } from "../model/createModel.ts";
import { createModelSource } from "./model.ts";

/** What a source may be made of. */
export interface SourceSetup {
  readonly shop: string;
  /** On its way where the merchant has rules. */
  readonly rules: Promise<Source> | undefined;
  readonly model: Model | undefined;
  /** Popularity alone may be offered. */
  readonly popular: boolean;
}

type Open<C> = (config: C, setup: SourceSetup) => Source | undefined;

/** A source whose code comes when it is asked. */
const later = (name: string, load: () => Promise<Source>): Source => ({ name, recommend: async (...asked) => (await load()).recommend(...asked) });

/** Every origin of candidates, by its name in the configuration. `undefined`: there is nothing to ask. */
export const sources: { readonly [N in SourceConfig["name"]]: Open<Extract<SourceConfig, { name: N }>> } = {
  rules: ({ name }, { rules }) => rules && later(name, () => rules),
  model: (_, { model, popular }) => model && createModelSource(model, { head: popular }),
  http: ({ name, url, timeout }, { shop }) => later(name, async () => (await import("./http.ts")).createHttp({ url, timeout, shop })),
};

/**
 * The sources a configuration names. The merchant's rules are always asked; of the rest the first, and the next one only where that fails:
 * a remote recommender that is slow or dead leaves the model.
 */
export function openSources(configs: readonly SourceConfig[], setup: SourceSetup): readonly Source[] {
  const opened = configs.flatMap((config) => (sources[config.name] as Open<SourceConfig>)(config, setup) ?? []);
  const others = opened.filter(({ name }) => name !== "rules");
  return [...opened.filter((one) => !others.includes(one)), ...(others.length ? [others.reduceRight(orElse)] : [])];
}

function orElse(next: Source, first: Source): Source {
  return {
    name: first.name,
    recommend: (context, signal) =>
      first.recommend(context, signal).catch((error) => {
        if (signal.aborted) throw error;
        swallow(error);
        return next.recommend(context, signal);
      }),
  };
}
