import type { Model } from "../model/createModel.ts";
import type { Find } from "./rules.ts";

/** Finds the targets of rules in the model's files. Without a model there is none. */
export function findInModel(model: Model | undefined): Find {
  return async (keys, signal) => {
    const part = await model?.load(keys, signal);
    return {
      product: (id) => part?.product(id),
      best: (category) => part?.entry(`category:${category}`)?.best ?? [],
    };
  };
}
