import type { Platform } from "../../types/platform.ts";
import type { Product, ProductId } from "../../types/product.ts";

/** The shop's own price and stock of what is about to be shown. */
export interface Live {
  /** Reads what is not known yet; `false` when the shop did not answer in time, so that nothing doubtful is shown. */
  read(ids: readonly ProductId[], signal: AbortSignal): Promise<boolean>;
  /** A product as the catalogue has it, corrected by what the shop said. */
  correct(product: Product): Product;
  /** Forgets what was read: the shop refused a write, so its stock is other than it said. */
  forget(): void;
}

const WAIT = 800;

export function createLive(platform: Platform): Live {
  const known = new Map<ProductId, Product>();
  return {
    async read(ids, signal) {
      const wanted = [...new Set(ids)].filter((id) => !known.has(id));
      if (!platform.products || wanted.length === 0) return true;
      const late = new Promise<undefined>((resolve) => setTimeout(resolve, WAIT));
      const answer = await Promise.race([platform.products(wanted, signal).catch(() => undefined), late]);
      for (const product of answer ?? []) known.set(product.id, product);
      return !!answer;
    },
    correct(product) {
      const { price, available, variants } = known.get(product.id) ?? {};
      return {
        ...product,
        ...(price && { price }),
        ...(available !== undefined && { available }),
        ...(variants && { variants }),
      };
    },
    forget: () => known.clear(),
  };
}
