import type { PlatformConfig } from "../../../widget/types/config.ts";
import type { Platform } from "../../../widget/types/platform.ts";

/** Something a fake shop sells. */
export interface Good {
  /** As the lines of its cart name it: `product` and `variant` of the platform's cart. */
  readonly product: string;
  readonly variant?: string;
  readonly title: string;
  /** In minor units. */
  readonly price: number;
}

/** What a shopper may look at. */
export type FakePage = "home" | "product" | "cart" | "checkout" | "confirmation";

/**
 * What becomes of the next write. `sold-out`, `refused`: the shop says no in its own way, with the status real ones have. `although`: it says
 * no and has done it all the same. `expired`: its token has run out, a fresh one is good. `locked`: no token is good. `html`: 200 and a page of HTML. `dead`: no network.
 */
export type ShopFault = "sold-out" | "refused" | "although" | "expired" | "locked" | "html" | "dead";

/**
 * A small shop on the software a platform is for. It answers requests as real shops were seen to do, and draws its pages with the markup and
 * the globals of the stock theme, as far as they matter. It stands in for `fetch` and lives in the test's document.
 */
export interface FakeShop {
  /** Name of the platform that must know it. */
  readonly platform: string;
  /** What it cannot do: `add` for a shop that can only be read, `order` for one whose confirmation page runs no scripts, … */
  readonly without: readonly ("add" | "order" | "products" | "related" | "token" | "mark" | "although")[];
  readonly goods: {
    /** Without variants. */
    readonly plain: Good;
    readonly other: Good;
    /** A variant. */
    readonly variant: Good;
  };
  readonly currency: string;
  /** Puts these into the cart of the server, oldest first, before a page is drawn. */
  put(lines: readonly { readonly good: Good; readonly quantity: number }[]): void;
  /** The cart of the server. */
  lines(): readonly { readonly good: Good; readonly quantity: number }[];
  /** The prices of the server are in this currency from now on. */
  trade(currency: string): void;
  /** Draws a page anew. `good`: whose product page. */
  draw(page: FakePage, good?: Good): void;
  /** The platform of the page that is drawn, made as the widget makes it. */
  connect(config?: Partial<PlatformConfig>): Promise<Platform>;
  /** The shopper uses the shop's own page: the server's cart changes and the theme tells as it does. */
  change(lines: readonly { readonly good: Good; readonly quantity: number }[]): void;
  /** What becomes of the next write, or of every one until `faults` is called again without any. */
  fail(fault: ShopFault | undefined): void;
  /** Requests since the last call, `GET /path?query`, oldest first. */
  requests(): readonly string[];
  /** Pieces that the theme's own cart shows, and how often it was brought up to date since the page was drawn. */
  theme(): { readonly pieces: number; readonly refreshes: number };
  /** The order of the cart is placed: the cart is empty, and the confirmation page drawn. */
  placeOrder(id: string): void;
  /** Takes everything out of the document and gives `fetch` back. */
  close(): void;
}
