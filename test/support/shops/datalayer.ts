import type { PlatformConfig } from "../../../widget/types/config.ts";
import { createDatalayer } from "../../../widget/browser/platforms/datalayer.ts";
import type { FakePage, FakeShop, Good } from "./fakeShop.ts";

interface Row {
  readonly good: Good;
  readonly quantity: number;
}

const plain: Good = { product: "LMP-1", title: "Desk lamp", price: 3990 };
const other: Good = { product: "BLB-2", title: "Light bulb", price: 499 };
const variant: Good = { product: "SHD-3", variant: "linen", title: "Lampshade", price: 2450 };

const PATHS: Readonly<Record<FakePage, string>> = {
  home: "/",
  product: "/desk-lamp",
  cart: "/basket",
  checkout: "/checkout",
  confirmation: "/thank-you",
};

/** A shop on no system we know that feeds its analytics: GA4 by `push` and by gtag. What it tells stands beside what tag managers push. */
export function openDatalayer(): FakeShop {
  let rows: readonly Row[] = [];
  let currency = "USD";
  const page = window as object as { dataLayer?: unknown[] };
  const items = (list: readonly Row[]) =>
    list.map(({ good, quantity }) => ({
      ...{ item_id: good.product, item_name: good.title, quantity, price: good.price / 100 },
      ...(good.variant && { item_variant: good.variant }),
    }));
  const push = (event: string, list: readonly Row[], more: object = {}) =>
    page.dataLayer?.push({ ecommerce: null }, { event, ecommerce: { currency, items: items(list), ...more } });
  const draw = (to: FakePage, good: Good = plain) => {
    history.replaceState(null, "", PATHS[to]);
    document.body.innerHTML = `<main><h1>${to === "product" ? good.title : "Shop"}</h1></main>`;
    page.dataLayer = [{ "gtm.start": 1, event: "gtm.js" }];
    if (to === "product") gtag("event", "view_item", { currency, items: items([{ good, quantity: 1 }]) });
    if (to === "cart") push("view_cart", rows);
    if (to === "checkout") push("begin_checkout", rows);
  };
  function gtag(..._command: readonly unknown[]): void {
    // oxlint-disable-next-line prefer-rest-params -- Google's own snippet hands over its `arguments`
    page.dataLayer?.push(arguments);
  }
  return {
    platform: "datalayer",
    without: ["add", "products", "related", "token", "mark", "although"],
    goods: { plain, other, variant },
    get currency() {
      return currency;
    },
    put: (next) => (rows = next),
    lines: () => rows,
    trade: (next) => (currency = next),
    draw,
    connect: async (config: Partial<PlatformConfig> = {}) =>
      createDatalayer({ cartUrls: [], cartEvents: [], own: { variant: "item_variant" }, ...config }),
    change(next) {
      const pieces = (list: readonly Row[], good: Good) => list.find((row) => row.good === good)?.quantity ?? 0;
      for (const good of [plain, other, variant]) {
        const more = pieces(next, good) - pieces(rows, good);
        if (more) push(more > 0 ? "add_to_cart" : "remove_from_cart", [{ good, quantity: Math.abs(more) }]);
      }
      rows = next;
    },
    fail: () => undefined,
    requests: () => [],
    theme: () => ({ pieces: 0, refreshes: 0 }),
    placeOrder(id) {
      const ordered = rows;
      rows = [];
      draw("confirmation");
      push("purchase", ordered, { transaction_id: id, value: 99.5 });
    },
    close() {
      document.body.innerHTML = "";
      delete page.dataLayer;
      history.replaceState(null, "", "/");
    },
  };
}
