import type { IncomingMessage } from "node:http";
import type { Carts } from "./cart/createCarts.ts";
import type { Orders } from "./cart/createOrders.ts";
import type { Catalogue } from "./catalogue/createCatalogue.ts";
import type { Reply } from "./http/reply.ts";
import type { PageContext } from "./pages/pageContext.ts";
import type { StoreFront } from "./storeFront.ts";

/** What the shop's routes work with. */
export interface ShopParts {
  readonly front: StoreFront;
  readonly catalogue: Catalogue;
  readonly carts: Carts;
  readonly orders: Orders;
}

/** One request, read as far as the routes need it. */
export interface ShopRequest {
  readonly raw: IncomingMessage;
  readonly url: URL;
  /** The named groups of the route's pattern, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Id of the visitor's cookie. */
  readonly visitor: string;
  /** Fields of the body; empty for a request without one. */
  readonly body: Readonly<Record<string, unknown>>;
  /** For pages: the cart as it is now. */
  context(): PageContext;
}

/** First match counts. A route may answer `undefined`: nothing is there. */
export interface Route {
  readonly method: "GET" | "POST";
  readonly pattern: RegExp;
  answer(request: ShopRequest): Reply | undefined | Promise<Reply | undefined>;
}
