/**
 * What an order history says of products and pairs of them, counted. Products are numbered from the most to the least ordered one, equals by
 * id. Beside the plain counts stand masses: orders by their weight (older and very large ones count less), as whole numbers in units of
 * 1/`unit` of an order, so that sums do not depend on the order of adding.
 */
export interface History {
  readonly ids: readonly string[];
  /** Number of orders, those with one product included, and their mass. */
  readonly orders: number;
  readonly mass: number;
  readonly unit: number;
  /** Of each product: orders that hold it, and their mass. */
  readonly counts: Int32Array;
  readonly masses: Int32Array;
  readonly pairs: Pairs;
}

/**
 * Products that meet in orders. Row `i` is `others[starts[i]]` to `others[starts[i + 1] - 1]`, ascending, with the number of common orders
 * and their mass. Where every order weighs the same, `masses` is `counts`.
 */
export interface Pairs {
  readonly starts: Int32Array;
  readonly others: Int32Array;
  readonly counts: Int32Array;
  readonly masses: Int32Array;
}

/** Above so many products pairs seen once are left out: they are most of the memory and tell next to nothing. */
const FEW_PRODUCTS = 1500;

/** In how many orders a pair must be seen to be counted at all. */
export const leastSeen = (products: number): number => (products > FEW_PRODUCTS ? 2 : 1);

/** A history without an order. */
export const NO_HISTORY: History = {
  ids: [],
  orders: 0,
  mass: 0,
  unit: 1,
  counts: new Int32Array(),
  masses: new Int32Array(),
  pairs: { starts: new Int32Array(1), others: new Int32Array(), counts: new Int32Array(), masses: new Int32Array() },
};
