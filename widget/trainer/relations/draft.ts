import type { GuessedFrom } from "../../types/model.ts";

/** What a relation was learnt from, where it was not from orders: the merchant's word (`accessories`), or what it is guessed from. */
export type Origin = "catalogue" | GuessedFrom;

/** How much the product whose row it stands in speaks for product `j`, before it is rounded to a byte. */
export interface Draft {
  readonly j: number;
  readonly weight: number;
  /** Per cent of the orders with the row's product, rounded to 5. */
  readonly share?: number;
  readonly origin?: Origin;
}
