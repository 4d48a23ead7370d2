import type { Attributes, Demands } from "../../types/product.ts";

/** One row of a catalogue file: its cells by column key, texts or (from JSON) anything, and where it stands. */
export interface Row {
  readonly where: string;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** Notes what is amiss: what, where (a row or an id), and how to mend it. */
export type Tell = (what: string, where: string, mend?: string) => void;

/** A way of buying a product, as its catalogue writes it. */
export interface RawVariant {
  readonly id: string;
  readonly options: Attributes;
  /** Empty: as the product. */
  readonly price: string;
  readonly stock: string;
  /** Other ids the shop uses for it. */
  readonly skus: readonly string[];
  readonly cost: string;
}

/** A product as a catalogue of any format writes it: taken apart, but sums and stock still as texts. */
export interface RawProduct {
  readonly where: string;
  readonly id: string;
  readonly name: string;
  /** Plain cells by column key: price, currency, url, `name:de` and so on. */
  readonly texts: Readonly<Record<string, string>>;
  /** From broad to narrow. */
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly skus: readonly string[];
  readonly excludes: readonly string[];
  readonly accessories: readonly string[];
  readonly upgrades: readonly string[];
  readonly never: readonly string[];
  readonly attributes: Attributes;
  readonly fits: Demands;
  readonly requires: Demands;
  readonly oneOf: Demands;
  readonly variants: readonly RawVariant[];
  /** The ids of variants are numbered apart from those of products, so that they stand for none. */
  readonly variantsApart?: true;
}
