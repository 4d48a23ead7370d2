import type { StoreFront } from "../storeFront.ts";

/** Minor units as the store writes money; nothing where the catalogue has no price. */
export function showPrice(front: StoreFront, minor: number | undefined): string {
  if (minor === undefined) return "";
  return new Intl.NumberFormat(front.locale, { style: "currency", currency: front.currency }).format(minor / 100);
}
