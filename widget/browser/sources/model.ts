import type { OfferContext } from "../../types/offer.ts";
import type { Source } from "../../types/source.ts";
import type { Model } from "../model/createModel.ts";
import { modelCandidates } from "../model/modelCandidates.ts";
import { seedsOf } from "../model/seedsOf.ts";

/** Relations mined from the shop's own orders, read from static files and summed here. `head`: popularity alone may be offered. */
export function createModelSource(model: Model, { head }: { readonly head: boolean }): Source {
  return {
    name: "model",
    async recommend(context: OfferContext, signal) {
      const seeds = seedsOf(context);
      const part = await model.load(
        seeds.map(({ product }) => product),
        signal,
        { head },
      );
      return modelCandidates(part, seeds);
    },
  };
}
