/** Values by attribute name, as the catalogue's `fits`, `requires` and `oneOf` columns hold them. */
export type Demand = Readonly<Record<string, readonly string[]>>;

/** One way of buying a product. Money is in minor units of the store's currency. */
export interface StoreVariant {
  readonly id: string;
  readonly options: Readonly<Record<string, string>>;
  readonly price?: number;
  /** Pieces left; absent: as the product. */
  readonly stock?: number;
}

/** A product as a store's catalogue holds it. Money is in minor units of `currency`. */
export interface StoreProduct {
  readonly id: string;
  readonly title: string;
  /** What it is called in other languages, by BCP 47. */
  readonly titles: Readonly<Record<string, string>>;
  readonly currency: string;
  /** Absent: the catalogue names no price. */
  readonly price?: number;
  /** From broad to narrow; empty: the catalogue has no categories. */
  readonly categories: readonly string[];
  readonly brand?: string;
  readonly description?: string;
  readonly image?: string;
  readonly url?: string;
  /** Pieces left. */
  readonly stock: number;
  readonly rating?: { readonly value: number; readonly count: number };
  readonly tags: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly variants: readonly StoreVariant[];
  readonly skus: readonly string[];
  readonly kind: "goods" | "service" | "partner";
  readonly per?: "line" | "order";
  /** Page of its terms. */
  readonly terms?: string;
  /** Price of a measure, the measure. */
  readonly unit?: { readonly price: number; readonly per: string };
  readonly excludes: readonly string[];
  readonly by?: string;
  readonly above?: number;
  readonly fits: Demand;
  readonly requires: Demand;
  readonly oneOf: Demand;
  readonly accessories: readonly string[];
  readonly upgrades: readonly string[];
  readonly never: readonly string[];
}

type Given = Pick<StoreProduct, "id" | "title"> & Partial<Omit<StoreProduct, "price" | "categories" | "above">>;

/** A product of a store's own data: `price` and `above` in major units (12.9), `category` as a path ("Phones/Cases"). */
export function aStoreProduct(given: Given & { price?: number; category?: string; above?: number }): StoreProduct {
  const { price, category, above, ...rest } = given;
  return {
    titles: {},
    currency: "EUR",
    categories: category?.split("/") ?? [],
    stock: 40,
    tags: [],
    attributes: {},
    variants: [],
    skus: [],
    kind: "goods",
    excludes: [],
    fits: {},
    requires: {},
    oneOf: {},
    accessories: [],
    upgrades: [],
    never: [],
    ...rest,
    ...(price !== undefined && { price: Math.round(price * 100) }),
    ...(above !== undefined && { above: Math.round(above * 100) }),
  };
}

/** `Aster 9 Plus` → `aster-9-plus`; also used for colours and categories in addresses. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
