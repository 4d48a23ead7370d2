import type { Money } from "../../../../types/money.ts";

/** How many items are still to be bought, and for how much. */
export interface Tally {
  readonly count: number;
  readonly total?: Money;
}
