import type { OfferKind } from "./offer.ts";
import type { ProductId } from "./product.ts";

/** A pair that what shoppers did moved in a model, without a count of anything: model files are public. */
export interface ChangedPair {
  readonly kind: OfferKind;
  readonly for: ProductId;
  readonly product: ProductId;
  /** What its weight was multiplied with: below 1 lowered, above 1 lifted, 0 taken out. */
  readonly factor: number;
  /** What told most: taken often, declined or hardly ever taken, or rated as not fitting. */
  readonly reason: "taken" | "refused" | "does-not-fit";
}

/** What feedback changed in one build of a model: `<build>/changes.json` in its folder. The most moved pairs first. */
export interface ModelChanges {
  readonly build: string;
  readonly pairs: readonly ChangedPair[];
}
