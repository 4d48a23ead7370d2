import type { SourceConfig } from "../../types/config.ts";
import type { Source } from "../../types/source.ts";
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

/** `next` is asked where the source fails. */
type Open<C> = (config: C, setup: SourceSetup, next: Source | undefined) => Source | undefined;

/** A source whose code comes when it is asked. */
const later = (name: string, load: () => Promise<Source>): Source => ({
  name,
  recommend: async (...asked) => (await load()).recommend(...asked),
});

/** Every origin of candidates, by its name in the configuration. `undefined`: there is nothing to ask. */
export const sources: { readonly [N in SourceConfig["name"]]: Open<Extract<SourceConfig, { name: N }>> } = {
  rules: ({ name }, { rules }) => rules && later(name, () => rules),
  model: ({ name }, { model, popular }) => {
    const source = model && createModelSource(model);
    return source && popular ? later(name, async () => (await import("./withPopular.ts")).withPopular(source, model)) : source;
  },
  http: (config, { shop }, next) => later(config.name, async () => (await import("./openHttp.ts")).openHttp({ ...config, shop }, next)),
};

/** The sources a configuration names. The merchant's rules are always asked; of the rest the first, and the next one only where that fails. */
export function openSources(configs: readonly SourceConfig[], setup: SourceSetup): readonly Source[] {
  let rules: Source | undefined;
  let rest: Source | undefined;
  for (const config of [...configs].reverse()) {
    const source = (sources[config.name] as Open<SourceConfig>)(config, setup, rest);
    if (config.name === "rules") rules = source;
    else rest = source ?? rest;
  }
  return [rules, rest].filter((source) => !!source);
}
