import { openDatalayer } from "./datalayer.ts";
import type { FakeShop } from "./fakeShop.ts";
import { openOpencart3 } from "./opencart3.ts";
import { openOpencart4 } from "./opencart4.ts";
import { openPrestashop } from "./prestashop.ts";
import { openShopify } from "./shopify.ts";
import { openWoocommerceBlocks, openWoocommerceClassic } from "./woocommerce.ts";

/** Every shop system goeswith knows, by the name tests give it. */
export const shops: readonly (readonly [string, () => FakeShop])[] = [
  ["WooCommerce, classic theme", openWoocommerceClassic],
  ["WooCommerce, blocks", openWoocommerceBlocks],
  ["PrestaShop", openPrestashop],
  ["OpenCart 4", openOpencart4],
  ["OpenCart 3", openOpencart3],
  ["Shopify", openShopify],
  ["a data layer", openDatalayer],
];
