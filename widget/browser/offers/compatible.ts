import type { Attributes, Demands, Product } from "../../types/product.ts";

/** One thing of the cart, or the product in view, with the attributes it has as chosen. */
export interface Seat {
  readonly product: Product;
  readonly attributes: Attributes;
}

/** Whether every attribute demanded is there with one of its values. What is not stated does not meet a demand. */
export function meets(attributes: Attributes, demands: Demands): boolean {
  return Object.entries(demands).every(([name, values]) => Object.hasOwn(attributes, name) && values.includes(attributes[name] as string));
}

/** Whether an add-on may go with this one thing: what it fits is stated there. */
export function fitsSeat(product: Product, seat: Seat): boolean {
  return !product.fits || meets(seat.attributes, product.fits);
}

/** Whether the whole of the cart lets it in: what it requires is there, and nothing it excludes. */
export function fitsCart(product: Product, seats: readonly Seat[]): boolean {
  const { requires, oneOf } = product;
  if (requires && !seats.some((seat) => meets(seat.attributes, requires))) return false;
  return !Object.entries(oneOf ?? {}).some(([name, values]) => seats.some(({ attributes }) => values.includes(attributes[name] ?? "")));
}
