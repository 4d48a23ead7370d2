import type { Column } from "../reading/columns.ts";

/** Sums of an order by their keys in `BookForm`. */
export const SUMS = ["net", "goods", "total", "tax", "shipping", "fees", "discount", "refunded", "cost"] as const;

/**
 * Sums of an order in major units, as an export writes them; what is absent or blank is not known. `net`: goods without tax, shipping and
 * discounts. `goods`: less discounts, with tax or without, which `total` tells. `total`: what was to be paid, with `tax`, `shipping` and `fees`,
 * the latter two without tax where `goods` is absent. `discount`: not yet taken off `total`. `refunded`: of `total`, or of `net` where that is
 * absent. `cost`: what all its goods cost the shop.
 */
export type Sums = Readonly<Partial<Record<(typeof SUMS)[number], string>>>;

/** What a table of order lines says about money. */
export interface BookForm {
  /**
   * Beside those of the form, by the keys of `SUMS`, and of a line `lineSum`, `lineDiscount`, `lineRefund`, `lineCost`, `returned`, or other than
   * in the form `refundedPieces` and `keptPieces`. `rate`: what
   * sums are multiplied with.
   */
  readonly columns: readonly Column[];
  /** Number of a state → its status, where a row has no other. */
  readonly states?: Readonly<Record<string, string>>;
  /** How to get a table that has them. */
  readonly mend: string;
}
