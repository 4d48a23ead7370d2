import type { SourceConfig } from "../../types/config.ts";
import type { Source } from "../../types/source.ts";
import { swallow } from "../lib/guard.ts";
import type { SourceSetup } from "../sources/index.ts";
import { createModelSource } from "../sources/model.ts";

/** Where this page's candidates come from. What most shops have, a model and nothing beside it, needs no further code. */
export function openSource(configs: readonly SourceConfig[], setup: SourceSetup, own: readonly Source[] = []): Source {
  const { model, rules, popular } = setup;
  const names = configs.map(({ name }) => name).join();
  if (model && !rules && !popular && !own.length && /^(rules,)?model$/.test(names)) return createModelSource(model);
  const all = import("./askAll.ts").then((part) => part.askAll(configs, setup, own));
  all.catch(swallow);
  return { name: names, recommend: async (...asked) => (await all).recommend(...asked) };
}
