import type { OfferContext } from "../../types/offer.ts";
import type { Source } from "../../types/source.ts";
import type { Model } from "../model/createModel.ts";
import { modelCandidates } from "../model/modelCandidates.ts";
import { seedsOf } from "../model/seedsOf.ts";

/** Relations mined from the shop's own orders, read from static files and summed here. */
export function createModelSource(model: Model): Source {
  return {
    name: "model",
    async recommend(context: OfferContext, signal) {
      const seeds = seedsOf(context);
      const part = await model.load(
        seeds.map(({ product }) => product),
        signal,
      );
      return modelCandidates(part, seeds);
    },
  };
}
