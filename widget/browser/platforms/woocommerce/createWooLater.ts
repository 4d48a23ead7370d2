import type { Platform, Stop } from "../../../types/platform.ts";
import type { ShopParts } from "../shop/createShop.ts";
import { createOrderMark } from "./createOrderMark.ts";
import type { StoreCartPart } from "./createStoreCart.ts";
import { createStoreWrites, type StoreWriteDeps } from "./createStoreWrites.ts";
import { createWooTheme } from "./createWooTheme.ts";
import { hearVariation } from "./hearVariation.ts";
import { readOrderPage } from "./readOrderPage.ts";
import type { StoreCart } from "./storeAnswers.ts";

/** What is done with a shop after the first offers stand. */
export interface WooLater extends Required<Pick<Platform, "order" | "mark">> {
  readonly write: ShopParts["write"];
  refresh(cart: StoreCart | undefined): void;
  listen(heard: () => void): Stop;
  listenPage(heard: () => void): Stop;
}

export function createWooLater(deps: StoreWriteDeps & { readonly cart: StoreCartPart }): WooLater {
  const theme = createWooTheme(deps.cart.held);
  const marker = createOrderMark();
  return {
    write: createStoreWrites(deps),
    refresh: theme.refresh,
    listen(heard) {
      const stops = [theme.listen(heard), marker.listen()];
      return () => stops.forEach((stop) => stop());
    },
    listenPage: hearVariation,
    order: readOrderPage,
    mark: marker.mark,
  };
}
