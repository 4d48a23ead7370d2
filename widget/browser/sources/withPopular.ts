import type { Source } from "../../types/source.ts";
import type { Model } from "../model/createModel.ts";
import { popularCandidates } from "../model/popularCandidates.ts";
import { readHead } from "../model/readHead.ts";

/** The model's source where popularity alone may be offered. Without the best-known products it proposes what `source` does. */
export function withPopular(source: Source, model: Model): Source {
  return {
    name: source.name,
    async recommend(context, signal) {
      const head = await readHead(model);
      const own = await source.recommend(context, signal);
      return head ? popularCandidates(await model.load([], signal), head, own) : own;
    },
  };
}
