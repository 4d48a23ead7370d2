import type { Good } from "../fakeShop.ts";

/** A choice a product asks for before it is sold. */
export interface ShopOption {
  readonly id: string;
  readonly name: string;
  /** By the shop's own ids. */
  readonly values: Readonly<Record<string, string>>;
  readonly kind: "select" | "radio" | "checkbox";
}

export interface ShopGood extends Good {
  /** Its word in readable addresses. */
  readonly word: string;
  readonly options?: readonly ShopOption[];
}

const plain: ShopGood = { product: "43", title: "Sleeve & strap", price: 6020, word: "sleeve" };
const other: ShopGood = { product: "40", title: "Pocket phone", price: 12320, word: "pocket-phone" };
/** Products of this system have no variants of their own: one that differs is another product. */
const variant: ShopGood = { product: "49", title: "Pocket phone, red", price: 12990, word: "pocket-phone-red" };

/** Asks for a size, may have a strap and any number of extras. */
export const choosy: ShopGood = {
  product: "42",
  title: "Studio screen",
  price: 12200,
  word: "studio-screen",
  options: [
    { id: "217", name: "Size", kind: "select", values: { "4": "Small", "3": "Large, with a very long name" } },
    { id: "218", name: "Strap", kind: "radio", values: { "5": "Black", "6": "Red" } },
    { id: "223", name: "Extra", kind: "checkbox", values: { "8": "Cable", "9": "Cloth" } },
  ],
};

export const cable: ShopGood = { product: "41", title: "Short cable", price: 990, word: "short-cable" };

export const goods = { plain, other, variant };
export const everything: readonly ShopGood[] = [plain, other, variant, choosy, cable];
