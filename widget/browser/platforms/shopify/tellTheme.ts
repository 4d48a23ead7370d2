import type { ShopifyCart } from "./readShopifyCart.ts";
import { CART_UPDATE, LINES_UPDATE } from "./themeWords.ts";
import { DAWN, HORIZON } from "./themeParts.ts";
import { callTheme } from "./callTheme.ts";

/** What a theme is told of. */
export interface ThemeNews {
  readonly cart: ShopifyCart;
  readonly sections: Readonly<Record<string, unknown>>;
  /** Events of the theme's own that have it read the cart anew. */
  readonly events: readonly string[];
}

/** The change as Dawn, Horizon before and since the standard events, and other themes tell it. Who does not know one passes it over. */
export function tellTheme({ cart, sections, events }: ThemeNews): void {
  const { currency, total_price, item_count: itemCount, items } = cart;
  const data = { sections, items, itemCount, source: "goeswith", didError: false };
  // Its own elements, which stand up to date, pass over what comes from "cart-items".
  if (document.querySelector(DAWN)) callTheme("publish", CART_UPDATE, { source: "cart-items", cartData: cart });
  if (document.querySelector(HORIZON)) dispatch("cart:update", { resource: cart, sourceId: "goeswith", data });
  const totalAmount = { amount: (total_price / 100).toFixed(2), currencyCode: currency };
  const promise = Promise.resolve({ cart: { totalQuantity: itemCount, cost: { totalAmount } }, detail: data });
  // An "add" would open the drawer of a shopper who is elsewhere.
  dispatch(LINES_UPDATE, null, { action: "update", context: "cart", lines: [], promise });
  for (const name of events) dispatch(name, data);
}

/** Of the standard events the members are the event's own. */
function dispatch(name: string, detail: object | null, members?: object): void {
  document.documentElement.dispatchEvent(Object.assign(new CustomEvent(name, { bubbles: true, detail }), members));
}
