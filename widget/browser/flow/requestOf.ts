import type { Offer } from "../../types/offer.ts";
import type { AddRequest } from "../../types/platform.ts";
import type { VariantId } from "../../types/product.ts";

/** What is asked of the shop's cart, with the options that tell the variant from its siblings. */
export function requestOf(
  { product, quantity, boundTo }: Pick<Offer, "product" | "quantity" | "boundTo">,
  variant: VariantId | undefined,
): AddRequest {
  const options = product.variants?.find(({ id }) => id === variant)?.options;
  return {
    product: product.id,
    quantity,
    ...(variant !== undefined && { variant }),
    ...(options && { options }),
    ...(boundTo !== undefined && { boundTo }),
  };
}
