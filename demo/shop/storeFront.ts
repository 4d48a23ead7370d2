import type { PictureLook } from "../stores/pictures/frame.ts";
import type { StoreProduct } from "../stores/storeProduct.ts";

/** What makes the one shop this or that store. */
export interface StoreFront {
  readonly name: string;
  readonly tagline: string;
  /** ISO 4217 of everything the store sells. */
  readonly currency: string;
  /** BCP 47, for money. */
  readonly locale: string;
  /** The product the home page opens with. */
  readonly hero?: { readonly product: string; readonly title: string; readonly text: string };
  /** Rows of the home page below the hero; empty: everything by category. */
  readonly rows: readonly { readonly title: string; readonly category: string; readonly limit: number }[];
  /** Products that look available everywhere and are refused when added, as happens between two stock updates. */
  readonly soldOutOnAdd: readonly string[];
  /** The store's own drawing; `undefined`: the neutral one is used. */
  picture(product: StoreProduct, look: PictureLook): string | undefined;
}
