import type { ShopSystem } from "./exportKind.ts";
import { opencart } from "./opencart.ts";
import { prestashop } from "./prestashop.ts";
import { shopify } from "./shopify.ts";
import { woocommerce } from "./woocommerce.ts";

/** The shop systems whose exports are known, by the names `--from` takes. */
export const SHOP_SYSTEMS: ReadonlyMap<string, ShopSystem> = new Map([
  ["woocommerce", woocommerce],
  ["shopify", shopify],
  ["prestashop", prestashop],
  ["opencart", opencart],
]);
