import type { ShopCart } from "../cart/createCarts.ts";
import type { Catalogue } from "../catalogue/createCatalogue.ts";
import type { StoreFront } from "../storeFront.ts";
import type { Switches } from "../switches.ts";

/** What every page is rendered from. */
export interface PageContext {
  readonly front: StoreFront;
  readonly catalogue: Catalogue;
  readonly cart: ShopCart;
  readonly switches: Switches;
  /** Of this one answer, for the strict policy. */
  readonly nonce: string;
  /** The shopper has answered the consent banner. */
  readonly answered: boolean;
}
