import type { Column } from "../reading/columns.ts";
import type { RawProduct, Row, Tell } from "./rawProduct.ts";

export interface FormatContext {
  readonly tell: Tell;
  /** `YYYY-MM-DD`: sales that have ended or not begun by then do not count. */
  readonly date: string;
  /** Ids of what is sold and is no product, so that order lines that name it are none either: gift cards. */
  readonly leaveOut?: (ids: readonly string[]) => void;
}

/** How a shop system writes its products down. */
export interface CatalogueFormat {
  /** As the summary says it. */
  readonly name: string;
  /** Whether a table with these columns is one. */
  isWritten(columns: readonly string[]): boolean;
  readonly columns: readonly Column[];
  also?(found: readonly string[]): readonly Column[];
  /** The products of all files of this format. The rows come in one order whatever the order they were given in. */
  read(rows: readonly Row[], context: FormatContext): readonly RawProduct[];
}
