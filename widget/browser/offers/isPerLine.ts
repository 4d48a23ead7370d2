import type { Product } from "../../types/product.ts";

/** Whether it is a service that belongs to one line, not to the order. */
export function isPerLine({ kind, per }: Product): boolean {
  return kind === "service" && per !== "order";
}
