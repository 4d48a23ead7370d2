import type { StoreProduct } from "../storeProduct.ts";
import { audio } from "./catalogue/audio.ts";
import { bags } from "./catalogue/bags.ts";
import { cameras } from "./catalogue/cameras.ts";
import { cards } from "./catalogue/cards.ts";
import { cases } from "./catalogue/cases.ts";
import { laptops } from "./catalogue/laptops.ts";
import { lenses } from "./catalogue/lenses.ts";
import { phones } from "./catalogue/phones.ts";
import { power } from "./catalogue/power.ts";
import { services } from "./catalogue/services.ts";

const FIRST_SKU = 10_001;

/** Everything the electronics store sells, with addresses, pictures and SKUs filled in. */
export const products: readonly StoreProduct[] = [
  ...phones,
  ...cases,
  ...power,
  ...audio,
  ...cameras,
  ...lenses,
  ...cards,
  ...laptops,
  ...bags,
  ...services,
].map((product, index) => ({
  ...product,
  url: product.url ?? `/p/${product.id}`,
  image: `/pictures/${product.id}.svg`,
  skus: [`LM-${FIRST_SKU + index}`],
}));
