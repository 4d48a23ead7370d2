import type { Placement } from "./placement.ts";
import type { Product, VariantId } from "./product.ts";

/** What the shop tells about the shopper, for the merchant's segments. Absent: not known, and a rule that asks is not met. */
export interface Customer {
  readonly loggedIn?: boolean;
  readonly group?: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
  readonly firstVisit?: boolean;
}

/** What the page is, read anew for every pass. */
export interface PageContext {
  /** The step the page stands for; absent on any other page, which may still have a drawer. */
  readonly step?: Placement;
  /** The product in view. */
  readonly view?: Product;
  /** The variant chosen on it. */
  readonly variant?: VariantId;
  /** BCP 47. */
  readonly locale: string;
  /** ISO 4217. */
  readonly currency?: string;
  readonly customer?: Customer;
}
