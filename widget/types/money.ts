/**
 * A sum of money: whole minor units (cents, grosz; yen has none) and its ISO 4217 currency.
 * `{ minor: 1290, currency: 'EUR' }` is €12.90.
 */
export interface Money {
  readonly minor: number;
  /** Three upper-case letters. */
  readonly currency: string;
}
