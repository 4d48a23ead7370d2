import type { PlatformConfig } from "../../types/config.ts";
import type { Platform } from "../../types/platform.ts";
import { createShop } from "./shop/createShop.ts";
import { anchors } from "./opencart/anchors.ts";
import type { OpencartLater } from "./opencart/createOpencartLater.ts";
import { createProductIds } from "./opencart/createProductIds.ts";
import { createReader } from "./opencart/createReader.ts";
import { readCurrency } from "./opencart/readCurrency.ts";
import { readPage } from "./opencart/readPage.ts";
import { readRoutes } from "./opencart/readRoutes.ts";

/** Requests that change the cart, whichever way a version parts the method from the route. */
const WRITES = /[?&]route=(?:checkout|common)(?:\/|%2F)cart(?:[./|]|%7C|%2F)(?:add|edit|remove)/i;

/**
 * OpenCart 2 to 4, and ocStore. `own`: `generation` ("3" or "4", where the page cannot tell), `cart` (selector of the header's cart), `currency`
 * (ISO 4217), `order` (selector of the order's number on the confirmation page), `ids` ("alias": the catalogue knows the shop's readable addresses).
 */
export function createOpencart(config: PlatformConfig): Platform {
  const { own } = config;
  const routes = readRoutes(own["generation"]);
  const ids = createProductIds();
  const context = () => readPage(own["currency"] ?? readCurrency());
  let loading: Promise<OpencartLater> | undefined;
  const later = () =>
    (loading ??= import("./opencart/createOpencartLater.ts").then(({ createOpencartLater }) =>
      createOpencartLater({ routes, ids, reader }),
    ));
  const reader = createReader({ own, routes, ids, context, later });
  return createShop(config, {
    name: "opencart",
    anchors,
    context,
    readCart: reader.read,
    signs: {
      urls: [WRITES],
      listen: reader.listen,
      missed: () => performance.getEntriesByType("resource").some(({ name }) => WRITES.test(name)),
    },
    write: {
      add: async (item) => (await later()).write.add(item),
      remove: async (key) => (await later()).write.remove(key),
      setQuantity: async (key, quantity) => (await later()).write.setQuantity(key, quantity),
    },
    refresh: reader.refresh,
    async order(last) {
      // The cart of one who has just ordered is empty.
      if (!last || context().step !== "confirmation" || reader.find()?.querySelector("table")) return undefined;
      return (await later()).order(last, own["order"] && document.querySelector(own["order"])?.textContent.trim());
    },
  });
}
