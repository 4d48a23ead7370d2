/** WooCommerce's own sample products, as far as they matter. */
export interface Sold {
  readonly id: number;
  readonly parent?: number;
  readonly name: string;
  readonly slug: string;
  readonly type: "simple" | "variable" | "variation" | "external";
  /** In minor units. */
  readonly price: number;
  /** Of a variation: the value of each attribute; `null` takes any. */
  readonly values?: Readonly<Record<string, string | null>>;
  readonly crossSells?: readonly number[];
}

/** Taxonomy, label and terms by slug. */
export const ATTRIBUTES = {
  Color: { taxonomy: "pa_color", terms: { blue: "Blue", red: "Red" } },
  Size: { taxonomy: "pa_size", terms: { large: "Large", xl: "Extra &#8211; large" } },
  Logo: { taxonomy: null, terms: { Yes: "Yes", No: "No" } },
} as const satisfies Readonly<Record<string, { readonly taxonomy: string | null; readonly terms: Readonly<Record<string, string>> }>>;

export const catalogue: readonly Sold[] = [
  { id: 13, name: "T-Shirt", slug: "t-shirt", type: "simple", price: 1800, crossSells: [14, 33] },
  { id: 14, name: "Beanie", slug: "beanie", type: "simple", price: 1500 },
  { id: 31, name: "T-Shirt with Logo", slug: "t-shirt-with-logo", type: "simple", price: 2150 },
  { id: 33, name: "WordPress Pennant", slug: "wordpress-pennant", type: "external", price: 1105 },
  { id: 11, name: "Hoodie &#8211; Logo", slug: "hoodie", type: "variable", price: 4200 },
  {
    id: 34,
    parent: 11,
    name: "Hoodie &#8211; Logo",
    slug: "hoodie",
    type: "variation",
    price: 4500,
    values: { Color: "blue", Logo: "Yes" },
  },
  { id: 27, parent: 11, name: "Hoodie &#8211; Logo", slug: "hoodie", type: "variation", price: 4200, values: { Color: "red", Logo: "No" } },
  { id: 10, name: "V-Neck T-Shirt", slug: "v-neck-t-shirt", type: "variable", price: 2000 },
  {
    id: 24,
    parent: 10,
    name: "V-Neck T-Shirt",
    slug: "v-neck-t-shirt",
    type: "variation",
    price: 2000,
    values: { Color: "red", Size: null },
  },
];

export const soldBy = (id: number): Sold | undefined => catalogue.find((sold) => sold.id === id);
