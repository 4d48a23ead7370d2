import type { Line } from "../../../widget/types/cart.ts";
import type { Money } from "../../../widget/types/money.ts";
import type { Offer } from "../../../widget/types/offer.ts";
import type { Product } from "../../../widget/types/product.ts";

/** What the scenes are filled with: one small shop's products and the offers made of them. */

export const euro = (amount: number): Money => ({ minor: Math.round(amount * 100), currency: "EUR" });

const PICTURE = "/gallery/picture.svg";

const product = (id: string, title: string, over: Partial<Product> = {}): Product => ({
  id,
  title,
  url: `/p/${id}`,
  available: true,
  categories: ["Cases"],
  ...over,
});

export const line = (key: string, title: string): Line => ({ key, product: key, quantity: 1, price: euro(19.9), title });

function offer({ price, ...over }: Partial<Offer> & { readonly product: Product }): Offer {
  const { id } = over.product;
  return {
    id,
    kind: "cross-sell",
    placement: "cart",
    position: 1,
    for: { line: "phone" },
    forProduct: "phone",
    forTitle: "Aster 9",
    quantity: 1,
    because: [{ kind: "together", share: 0.25 }],
    source: "model",
    ...(price && { price }),
    ...over,
  };
}

/** The product in view of a product page. */
export const phone = product("phone", "Aster 9, 128 GB", { image: PICTURE, price: euro(499), categories: ["Smartphones"] });

export const clearCase = offer({
  product: product("case", "Clear case", { image: PICTURE }),
  price: euro(19.9),
  because: [
    { kind: "fits", attribute: "model", value: "Aster 9" },
    { kind: "together", share: 0.25 },
  ],
});
export const glass = offer({
  product: product("glass", "Screen glass, two sheets with fitting frame", { image: PICTURE, rating: { value: 4.6, count: 213 } }),
  price: euro(24.5),
  because: [{ kind: "rating", value: 4.6, count: 213 }],
});
export const charger = offer({
  product: product("charger", "Charger", {
    image: PICTURE,
    variants: [
      { id: "white", options: { Colour: "White" } },
      { id: "black", options: { Colour: "Black" }, price: euro(42) },
      { id: "sand", options: { Colour: "Sand" }, available: false },
    ],
  }),
  price: euro(39),
  because: [{ kind: "rule", text: "The phone comes without one" }],
});
/** Sold by volume, so that a measure's price must be told. */
export const oil = offer({
  product: product("oil", "Care oil, 50 ml", { image: PICTURE, unit: { price: euro(17.8), per: "100 ml" } }),
  price: euro(8.9),
  because: [{ kind: "catalogue" }],
});
export const plain = offer({ product: product("cloth", "Cleaning cloth"), price: euro(4.5), because: [{ kind: "popular" }] });
export const long = offer({
  product: product(
    "long",
    "A very long name of a thing that a shop sells, with its Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz and all",
    { image: PICTURE },
  ),
  price: euro(12345.67),
});
export const priceless = offer({ product: product("stand", "Desk stand", { image: PICTURE }), because: [{ kind: "catalogue" }] });
export const warranty = offer({
  product: product("warranty", "Two more years of warranty", { kind: "service", url: "/p/warranty", terms: "/terms/warranty" }),
  price: euro(59),
  because: [{ kind: "catalogue" }],
});
export const insurance = offer({
  product: product("insurance", "Breakage insurance", {
    kind: "partner",
    by: "Kestrel Insurance",
    url: "https://example.com/",
    terms: "https://example.com/terms",
  }),
  price: euro(8),
  because: [],
});

const better = {
  kind: "better",
  differences: [
    { attribute: "screen", from: "6.1 in", to: "6.7 in", better: true },
    { attribute: "memory", from: "128 GB", to: "256 GB", better: true },
    { attribute: "battery", from: "19 h", to: "24 h", better: true },
    { attribute: "weight", from: "174 g", to: "203 g", better: false },
  ],
} as const;
export const plus = offer({
  kind: "up-sell",
  product: product("plus", "Aster 9 Plus", { image: PICTURE, categories: ["Smartphones"] }),
  price: euro(539),
  priceDifference: euro(40),
  because: [better],
});
