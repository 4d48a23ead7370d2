import type { SourceConfig } from "../../types/config.ts";
import type { Platform } from "../../types/platform.ts";
import type { Source } from "../../types/source.ts";
import type { Model } from "../model/createModel.ts";
import { createHttp } from "./http.ts";
import { createModelSource } from "./model.ts";
import { orElse } from "./orElse.ts";
import { createShopSource } from "./shop.ts";
import { withPopular } from "./withPopular.ts";

/** What a source may be made of. */
export interface SourceSetup {
  readonly shop: string;
  /** On its way where the merchant has rules. */
  readonly rules: Promise<Source> | undefined;
  readonly model: Model | undefined;
  readonly platform: Pick<Platform, "related">;
  /** Popularity alone may be offered. */
  readonly popular: boolean;
}

/** `next` is asked where the source fails. */
type Open<C> = (config: C, setup: SourceSetup, next: Source | undefined) => Source | undefined;

/** Every origin of candidates, by its name in the configuration. `undefined`: there is nothing to ask. */
export const sources: { readonly [N in SourceConfig["name"]]: Open<Extract<SourceConfig, { name: N }>> } = {
  rules: ({ name }, { rules }) => rules && { name, recommend: async (...asked) => (await rules).recommend(...asked) },
  model: (_, { model, popular }) => model && (popular ? withPopular(createModelSource(model), model) : createModelSource(model)),
  shop: (_, { platform }) => (platform.related ? createShopSource(platform) : undefined),
  http: (config, { shop }, next) => orElse(createHttp({ ...config, shop }), next),
};

/**
 * The sources a configuration names. What the merchant said, in rules or in the shop, is always asked; of the rest the first, and the next
 * one only where that fails. Where there is nothing else, such as a model, the shop's own relations are asked unnamed.
 */
export function openSources(configs: readonly SourceConfig[], setup: SourceSetup): readonly Source[] {
  const open = (config: SourceConfig, next?: Source) => (sources[config.name] as Open<SourceConfig>)(config, setup, next);
  const opened: Record<"rules" | "shop" | "rest", Source | undefined> = { rules: undefined, shop: undefined, rest: undefined };
  for (const config of [...configs].reverse()) {
    const { name } = config;
    const place = name === "rules" || name === "shop" ? name : "rest";
    opened[place] = open(config, opened.rest) ?? opened[place];
  }
  if (!opened.rest) opened.shop = open({ name: "shop" });
  return Object.values(opened).filter((source) => !!source);
}
