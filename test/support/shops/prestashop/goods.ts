import type { Good } from "../fakeShop.ts";

/** PrestaShop's own sample goods. */
export const goods = {
  plain: { product: "6", title: "Mug The best is yet to come", price: 1190 },
  other: { product: "8", title: "Mug Today is a good day", price: 1250 },
  variant: { product: "1", variant: "1", title: "Hummingbird printed t-shirt", price: 1912 },
} as const satisfies Readonly<Record<string, Good>>;
