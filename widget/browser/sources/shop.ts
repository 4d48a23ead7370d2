import type { Candidate, OfferContext, Relation } from "../../types/offer.ts";
import type { Platform } from "../../types/platform.ts";
import type { Source } from "../../types/source.ts";
import { swallow } from "../lib/guard.ts";
import { seedsOf } from "../model/seedsOf.ts";

/** What the merchant relates to a product in the shop itself, in the shop's own order. One relation that cannot be read leaves the other. */
export function createShopSource({ related }: Pick<Platform, "related">): Source {
  return {
    name: "shop",
    async recommend(context: OfferContext, signal) {
      const seeds = seedsOf(context);
      const ids = [...new Set(seeds.map(({ product }) => product))];
      if (!related || ids.length === 0 || signal.aborted) return [];
      const ask = async (relation: Relation) => related(ids, relation, signal);
      const [together, instead] = await Promise.all([ask("with").catch(swallow), ask("instead").catch(swallow)]);
      signal.throwIfAborted();
      const fors = (of: string) => seeds.filter(({ product }) => product === of).map((seed) => seed.for);
      // Only the order counts within one source.
      const common = (product: Candidate["product"], at: number) =>
        ({ product, score: 1 / (1 + at), source: "shop", because: [{ kind: "catalogue" }] }) as const;
      return [
        ...(together ?? []).flatMap(({ of, product }, at): Candidate[] => {
          const goesWith = fors(of);
          return goesWith.length > 0 ? [{ ...common(product, at), kind: "cross-sell", goesWith }] : [];
        }),
        ...(instead ?? []).flatMap(({ of, product }, at) =>
          fors(of).map((insteadOf): Candidate => ({ ...common(product, at), kind: "up-sell", insteadOf })),
        ),
      ];
    },
  };
}
