import type { PlatformConfig } from "../../../widget/types/config.ts";
import { createShopify } from "../../../widget/browser/platforms/shopify.ts";
import type { FakePage, FakeShop, Good } from "./fakeShop.ts";
import { goods, type Row } from "./shopify/catalogue.ts";
import { createServer } from "./shopify/createServer.ts";
import { drawDawn, drawDawnSection, globalsOf, pathOf } from "./shopify/pages.ts";

type Heard = (told: unknown) => void;

/** Shopify with the theme Dawn. Its checkout runs no scripts of the page, and there is no token. */
export function openShopify(): FakeShop {
  const server = createServer(drawDawnSection);
  const log: string[] = [];
  const listeners = new Set<Heard>();
  let told = 0;
  const put = (rows: readonly Row[]) => {
    server.put(rows);
    // The cookie comes with the first cart and stays when it is emptied.
    if (rows.length) document.cookie = "cart=Z2NwLXVzLWVhc3Qx; path=/";
  };
  const before = window.fetch;
  window.fetch = async (input, init = {}) => {
    const url = new URL(input as string, location.href);
    const method = init.method ?? "GET";
    log.push(`${method} ${url.pathname}${url.search}`);
    const answer = server.answer(method, url, typeof init.body === "string" ? init.body : undefined);
    if (!answer) throw new TypeError("Failed to fetch");
    return new Response(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body), { status: answer.status });
  };
  /** The two functions of Dawn by which its parts tell each other. */
  const theme = {
    publish(_name: string, data: unknown) {
      told++;
      for (const heard of listeners) heard(data);
    },
    subscribe(_name: string, heard: Heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
  };
  const draw = (page: FakePage, good: Good = goods.plain) => {
    const shown = { page, good, rows: server.rows() };
    history.replaceState(null, "", pathOf(page, good));
    Object.assign(window, globalsOf(shown, server.currency()), theme);
    document.body.innerHTML = drawDawn(shown);
    teachSections();
    told = 0;
  };
  return {
    platform: "shopify",
    without: ["order", "token"],
    goods,
    get currency() {
      return server.currency();
    },
    put,
    lines: server.rows,
    trade: server.trade,
    draw,
    connect: async (config: Partial<PlatformConfig> = {}) => createShopify({ cartUrls: [], cartEvents: [], own: {}, ...config }),
    change(rows) {
      put(rows);
      theme.publish("cart-update", { source: "cart-items", cartData: server.cart() });
    },
    fail: server.fail,
    requests: () => log.splice(0),
    theme: () => ({ pieces: piecesShown(), refreshes: told }),
    placeOrder() {
      put([]);
      draw("confirmation");
    },
    close() {
      document.body.innerHTML = "";
      window.fetch = before;
      document.cookie = "cart=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT";
      for (const name of ["Shopify", "ShopifyAnalytics", "publish", "subscribe"]) Reflect.deleteProperty(window, name);
      history.replaceState(null, "", "/");
    },
  };
}

/** The elements of Dawn know which sections show the cart. */
function teachSections(): void {
  const bubble = { id: "cart-icon-bubble", section: "cart-icon-bubble", selector: ".shopify-section" };
  const own = {
    "cart-items": [
      { id: "main-cart-items", section: "main-cart-items", selector: ".js-contents" },
      { id: "main-cart-footer", section: "main-cart-footer", selector: ".js-contents" },
    ],
    "cart-drawer-items": [{ id: "CartDrawer", section: "cart-drawer", selector: ".drawer__inner" }],
  };
  for (const [name, sections] of Object.entries(own)) {
    for (const element of document.querySelectorAll(name)) Object.assign(element, { getSectionsToRender: () => [...sections, bubble] });
  }
}

function piecesShown(): number {
  let pieces = 0;
  for (const field of document.querySelectorAll<HTMLInputElement>("#main-cart-items input,#CartDrawer input"))
    pieces += Number(field.value);
  return pieces;
}
