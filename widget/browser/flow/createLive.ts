import type { Platform } from "../../types/platform.ts";
import type { Product, ProductId } from "../../types/product.ts";

/** The shop's own price and stock of what is about to be shown. */
export interface Live {
  /** Reads what is not known yet; `false` when the shop did not answer in time, so that nothing doubtful is shown. `cards`: the catalogue's. */
  read(ids: readonly ProductId[], signal: AbortSignal, cards: ReadonlyMap<ProductId, Product>): Promise<boolean>;
  /** The answer that did not come in time, while it is the newest one asked for: whether it came after all. */
  late(): Promise<boolean> | undefined;
  /** A product as the catalogue has it, corrected by what the shop said. */
  correct(product: Product): Product;
  /** Forgets what was read: the shop refused a write, so its stock is other than it said. */
  forget(): void;
}

const WAIT = 800;

export function createLive(platform: Platform): Live {
  const known = new Map<ProductId, Product>();
  let late: Promise<boolean> | undefined;
  return {
    async read(ids, signal, cards) {
      const wanted = [...new Set(ids)].filter((id) => !known.has(id));
      if (!platform.products || wanted.length === 0) return true;
      const asked = platform.products(wanted, signal, cards).then(
        (answer) => {
          for (const product of answer) known.set(product.id, product);
          return true;
        },
        () => false,
      );
      const answered = await Promise.race([asked, new Promise<undefined>((resolve) => setTimeout(resolve, WAIT))]);
      late = answered === undefined ? asked : undefined;
      return !!answered;
    },
    late: () => late,
    correct(product) {
      const { price, available, variants } = known.get(product.id) ?? {};
      return {
        ...product,
        ...(price && { price }),
        ...(available !== undefined && { available }),
        ...(variants && { variants }),
        ...(platform.readOnly && { linked: true }),
      };
    },
    forget: () => known.clear(),
  };
}
