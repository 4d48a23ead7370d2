import type { Line } from "../../types/cart.ts";
import type { AddRequest } from "../../types/platform.ts";

/** What to ask of the shop to have such a line again. */
export function toRequest({ product, variant, quantity, options, boundTo }: Line): AddRequest {
  return { product, quantity, ...(variant && { variant }), ...(options && { options }), ...(boundTo && { boundTo }) };
}
