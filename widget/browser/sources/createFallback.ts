import type { Source } from "../../types/source.ts";
import { swallow } from "../lib/guard.ts";

/** Asks the first source, and the next one only where that fails: a remote recommender that is slow or dead leaves the model. */
export function createFallback(sources: readonly Source[]): Source {
  return {
    name: sources.map(({ name }) => name).join(", else "),
    async recommend(context, signal) {
      for (const source of sources) {
        try {
          return await source.recommend(context, signal);
        } catch (error) {
          if (signal.aborted) throw error;
          swallow(error);
        }
      }
      return [];
    },
  };
}
