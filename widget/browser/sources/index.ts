import type { Rule, SourceConfig } from "../../types/config.ts";
import type { Source } from "../../types/source.ts";
import type { Model } from "../model/createModel.ts";
import { findInModel } from "./findInModel.ts";
import { createModelSource } from "./model.ts";
import { createRules } from "./rules.ts";

/** What a source may be made of. */
export interface SourceSetup {
  readonly shop: string;
  readonly rules: readonly Rule[];
  readonly model: Model | undefined;
  /** Popularity alone may be offered. */
  readonly popular: boolean;
}

type Open<C> = (config: C, setup: SourceSetup) => Source | undefined;

/** Every origin of candidates, by its name in the configuration. `undefined`: there is nothing to ask. */
export const sources: { readonly [N in SourceConfig["name"]]: Open<Extract<SourceConfig, { name: N }>> } = {
  rules: (_, { rules, model }) => (rules.length > 0 ? createRules({ rules, find: findInModel(model) }) : undefined),
  model: (_, { model, popular }) => model && createModelSource(model, { head: popular }),
  http: ({ url, timeout }, { shop }) => ({
    name: "http",
    recommend: async (context, signal) => (await import("./http.ts")).createHttp({ url, timeout, shop }).recommend(context, signal),
  }),
};

/** The source a configuration names. */
export function openSource(config: SourceConfig, setup: SourceSetup): Source | undefined {
  return (sources[config.name] as Open<SourceConfig>)(config, setup);
}
