import type { Source } from "../../types/source.ts";
import { swallow } from "../lib/guard.ts";

/** Asks the first source, and the next one where that fails: a remote recommender that is slow or dead leaves the place to the model. */
export function orElse(first: Source, next: Source | undefined): Source {
  return {
    name: first.name,
    recommend: (context, signal) =>
      first.recommend(context, signal).catch((error) => {
        if (signal.aborted || !next) throw error;
        swallow(error);
        return next.recommend(context, signal);
      }),
  };
}
