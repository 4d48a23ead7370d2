/** A step at which offers may show. */
export type Placement = "product" | "drawer" | "cart" | "checkout" | "confirmation";
