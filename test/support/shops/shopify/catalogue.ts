import type { Good } from "../fakeShop.ts";

/** A thing as Shopify numbers it. */
export interface Numbered {
  readonly good: Good;
  readonly id: number;
  readonly variant: number;
}

export interface Row {
  readonly good: Good;
  readonly quantity: number;
}

const plain: Good = { product: "crystal-mug", title: "Crystal mug", price: 1990 };
const other: Good = { product: "tea-towel", title: "Tea towel", price: 2190 };
const variant: Good = { product: "wool-scarf", variant: "SCARF-RED", title: "Wool scarf", price: 4500 };

export const goods = { plain, other, variant };

export const CATALOGUE: readonly Numbered[] = [
  { good: plain, id: 7001, variant: 41001 },
  { good: other, id: 7002, variant: 41002 },
  { good: variant, id: 7003, variant: 41003 },
  { good: { ...variant, variant: "SCARF-BLUE", price: 4700 }, id: 7003, variant: 41004 },
];

export const numberedOf = (good: Good): Numbered =>
  CATALOGUE.find((one) => one.good.product === good.product && one.good.variant === good.variant)!;

export const optionOf = ({ variant: name = "" }: Good): string => (name.endsWith("RED") ? "Red" : "Blue");

/** The key of its line. */
export const keyOf = (good: Good): string => `${numberedOf(good).variant}:${"0af3".repeat(8)}`;
