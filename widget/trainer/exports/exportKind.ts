import type { CatalogueFormat } from "../catalogue/catalogueFormat.ts";
import type { OrderForm } from "../orders/orderForm.ts";
import type { BookForm, Sums } from "./bookForm.ts";

/** An object of a JSON file, or a row of a table by its columns' own names. */
export type Fields = Readonly<Record<string, unknown>>;

interface Told {
  /** As the summary and messages say it. */
  readonly name: string;
  /** Whether a file with these names of columns, or fields of its first object, is one; `bare` are the same without case and punctuation. */
  isWritten(bare: ReadonlySet<string>, names: readonly string[]): boolean;
}

/** A table with one row for each order line. */
export interface OrderTable extends Told {
  readonly kind: "order lines";
  readonly form: OrderForm;
  readonly books: BookForm;
}

/** JSON, or a table, with one object or row for each order. */
export interface OrderList extends Told {
  readonly kind: "orders";
  readonly from: "json" | "table";
  read(fields: Fields): ExportedOrder;
}

/** A table of products. */
export interface ProductTable extends Told {
  readonly kind: "product table";
  readonly format: CatalogueFormat;
}

/** JSON with one object for each product. */
export interface ProductList extends Told {
  readonly kind: "products";
  readonly format: CatalogueFormat;
  /** The rows of a product, or of a variant: cells by the keys of the format's columns. */
  read(fields: Fields): readonly Fields[];
}

/** What a shop system also writes, and nothing can be learnt from. */
export interface UselessTable extends Told {
  readonly kind: "useless";
  /** What is needed in its place. */
  readonly mend: string;
}

export type ExportKind = OrderTable | OrderList | ProductTable | ProductList | UselessTable;

/** What a shop system writes, the first kind that fits counts. */
export interface ShopSystem {
  readonly title: string;
  /** Statuses of orders that still wait for their payment, and may never get it. */
  readonly unpaid?: RegExp;
  readonly kinds: readonly ExportKind[];
}

export interface ExportedOrder {
  readonly order: string;
  readonly time: string;
  /** The same with its time zone, where `time` has none. */
  readonly instant?: string;
  readonly customer: string;
  readonly status: string;
  readonly currency: string;
  readonly isTest: boolean;
  /** What the cart carried into the order, as the export has it: orders can be joined with what was measured on it. Training does without. */
  readonly mark: string;
  /** Training does without. */
  readonly sums: Sums;
  readonly lines: readonly ExportedLine[];
}

export interface ExportedLine {
  /** Of its item, the surest first; blank ones do not count. */
  readonly names: readonly string[];
  /** As it is called; blank where only ids are known. */
  readonly name: string;
  readonly quantity: string;
  readonly price: string;
  /** It was given back. */
  readonly isLost?: boolean;
  /** Pieces that were given back. */
  readonly returned?: string;
  /** Of all its pieces; where it is absent, what the price makes, less `discount`. In the measure of the order's goods. */
  readonly sum?: string;
  readonly discount?: string;
  /** What was given back of it, net of tax. */
  readonly refunded?: string;
  /** What one piece cost the shop. */
  readonly cost?: string;
}
