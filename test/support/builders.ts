import type { Cart, Line } from "../../widget/types/cart.ts";
import type { Money } from "../../widget/types/money.ts";
import type { Candidate, Offer, OfferContext, OfferSettings } from "../../widget/types/offer.ts";
import type { Product } from "../../widget/types/product.ts";

export const euro = (amount: number): Money => ({ minor: Math.round(amount * 100), currency: "EUR" });

export const aProduct = (over: Partial<Product> = {}): Product => ({
  id: "case",
  title: "Clear case",
  url: "/p/case",
  price: euro(19.9),
  available: true,
  categories: ["Cases"],
  ...over,
});

export const aLine = (over: Partial<Line> = {}): Line => ({
  key: "l1",
  product: "phone",
  quantity: 1,
  price: euro(499),
  title: "Aster 9",
  ...over,
});

export const aCart = (...lines: readonly Line[]): Cart => ({ currency: "EUR", lines });

export const anOffer = (over: Partial<Offer> = {}): Offer => ({
  id: "cart.cross-sell.phone.case",
  kind: "cross-sell",
  placement: "cart",
  position: 1,
  product: aProduct(),
  for: { line: "l1" },
  forProduct: "phone",
  forTitle: "Aster 9",
  price: euro(19.9),
  quantity: 1,
  because: [{ kind: "together", share: 0.25 }],
  source: "model",
  ...over,
});

export const aContext = (over: Partial<OfferContext> = {}): OfferContext => ({
  cart: aCart(aLine()),
  page: { step: "cart", locale: "en", currency: "EUR" },
  products: new Map(),
  placements: ["cart"],
  now: Date.UTC(2026, 5, 1, 12),
  ...over,
});

/** What the merchant set by leaving everything as it is, at a shopper's first page view. */
export const aSettings = (over: Partial<OfferSettings> = {}): OfferSettings => ({
  priceBand: 1.25,
  popular: false,
  limits: {},
  pressure: { offers: 8, repeats: 3 },
  memory: { refused: new Set(), refusals: new Map(), seen: new Map(), brought: new Set() },
  never: { products: new Set(), categories: new Set() },
  ...over,
});

export type CrossSell = Extract<Candidate, { kind: "cross-sell" }>;

/** A product the model proposes to go with the first line. */
export const aCrossSell = (product: Product, over: Partial<CrossSell> = {}): Candidate => ({
  kind: "cross-sell",
  product,
  score: 1,
  source: "model",
  because: [{ kind: "together", share: 0.1 }],
  goesWith: [{ line: "l1" }],
  ...over,
});
