import type { PlatformConfig } from "../../types/config.ts";
import type { Platform } from "../../types/platform.ts";
import { isRecord } from "../lib/isRecord.ts";
import { createShop } from "./shop/createShop.ts";
import { anchorsHere } from "./prestashop/anchorsHere.ts";
import { createController } from "./prestashop/createController.ts";
import { createWrites } from "./prestashop/createWrites.ts";
import { hearTheme } from "./prestashop/hearTheme.ts";
import { toCart } from "./prestashop/rawCart.ts";
import { readConfirmation } from "./prestashop/readConfirmation.ts";
import { readPage } from "./prestashop/readPage.ts";
import { refreshTheme } from "./prestashop/refreshTheme.ts";
import { theShop } from "./prestashop/theShop.ts";

/**
 * PrestaShop 1.7 to 9. The cart stands in the page's global `prestashop`, and in what its theme's bus tells of every change, so that a page
 * view costs no request. Asking the cart controller to update nothing answers the whole cart and changes none (CartController.php).
 *
 * Own names: `cart`, the address of the cart controller; `cached`, anything, where a cache serves pages with the cart of another visit;
 * `reference` and `total`, selectors on the confirmation page. PrestaShop has no field that would carry marks into an order.
 */
export function createPrestashop(config: PlatformConfig): Platform {
  const address = () => config.own["cart"] ?? theShop().urls?.pages?.cart ?? "/index.php?controller=cart";
  const controller = createController(address);
  const { cart: first } = theShop();
  let isOurs = false;
  let mustAsk = !!config.own["cached"];

  return createShop(config, {
    name: "prestashop",
    get anchors() {
      return anchorsHere();
    },
    context: readPage,
    async readCart(signal, isStale) {
      const cart = await controller.read(signal, isStale || mustAsk);
      mustAsk = false;
      return toCart(cart);
    },
    signs: {
      urls: [addressesOf(address())],
      // The theme puts another cart into the global with every change.
      missed() {
        const { cart } = theShop();
        if (cart === first) return false;
        controller.learn({ cart });
        return true;
      },
      listen: (heard) =>
        hearTheme("updateCart", (told) => {
          if (isOurs) return;
          const { resp, reason } = isRecord(told) ? told : {};
          if (!controller.learn(resp)) controller.learn(reason);
          heard();
        }),
      listenPage: (heard) => hearTheme("updatedProduct", heard),
    },
    write: createWrites(controller),
    async refresh() {
      const answer = await controller.answer();
      isOurs = true;
      try {
        refreshTheme(answer);
      } finally {
        isOurs = false;
      }
    },
    order: (last) => readConfirmation(last, config.own),
  });
}

/** The requests that may have changed the cart: all of its address but those that draw it anew. */
const addressesOf = (address: string): RegExp =>
  new RegExp(`^${new URL(address, location.href).href.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?!.*action=refresh)`);
