import type { LayoutProps } from "../../types/layout.ts";
import type { Product } from "../../types/product.ts";

/** What must stand beside a price: what a measure of it costs, then the shop's tax note. */
export function besidePrice({ unit }: Product, { texts, money }: LayoutProps): string {
  return [unit && `${money(unit.price)} / ${unit.per}`, texts.tax].filter(Boolean).join(" · ");
}
