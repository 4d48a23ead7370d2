import type { Page } from "@playwright/test";
import { aManifest } from "../../aManifest.ts";
import { built } from "../../loaderSite.ts";
import type { FakePage } from "../fakeShop.ts";
import { goods, type Row } from "./catalogue.ts";
import { createServer, type Server } from "./createServer.ts";
import { dawnTheme } from "./dawnTheme.ts";
import { horizonTheme } from "./horizonTheme.ts";
import { drawDawn, drawDawnSection, drawHorizon, drawHorizonSection, globalsOf, PATHS } from "./pages.ts";

const ORIGIN = "https://lumen.example";

/** The shop in a browser. */
export interface ServedShop {
  readonly server: Server;
  /** Puts these into the shopper's cart. */
  fill(...rows: readonly Row[]): Promise<void>;
  /** Address of one of its pages; the product page is the scarf's. */
  address(page: FakePage): string;
  /** Requests of the page to the shop since the last call, without its pages and our files. */
  requests(): readonly string[];
}

/** About the boxes of both themes, so that offers have the room they have there. */
const STYLE = `*{box-sizing:border-box}body{margin:0;font:16px/1.5 sans-serif;background:#fff;color:#121212}header{height:120px}main{min-height:1400px;padding:0 50px}
  .product{display:grid;grid-template-columns:1fr 1fr;gap:50px}.product__media{height:900px;background:#eee}.product__description{height:120px}button{background:#121212;color:#fff;border:0;padding:12px 30px}
  table{width:100%}.cart-item td,.cart-items__table-row td{height:230px;vertical-align:top}.visually-hidden{position:absolute;clip-path:inset(50%)}#main-cart-footer,.cart-page__summary{padding:40px 0}
  .drawer{position:fixed;inset:0;visibility:hidden}.drawer__inner{position:absolute;inset:0 0 0 auto;width:400px;padding:15px;background:#fff;transform:translateX(100%);display:flex;flex-direction:column}
  .drawer.active{visibility:visible}.drawer.active .drawer__inner{transform:none}cart-drawer-items{display:block;overflow:auto;flex:1}cart-items,cart-items-component{display:block}`;

const MODEL = {
  entries: {
    "wool-scarf": { with: [["crystal-mug", 120, 1, 25]] },
    "crystal-mug": {
      with: [["wool-scarf", 100, 1, 20]],
      instead: [{ id: "tea-towel", score: 120, differences: [{ attribute: "size", from: "small", to: "large", better: true }] }],
    },
  },
  cards: Object.fromEntries(
    Object.values(goods).map(({ product, title, price }) => [product, { title, price, url: `/products/${product}`, categories: [title] }]),
  ),
};

const FILES: Readonly<Record<string, unknown>> = {
  "/goeswith.json": { model: "/model", consent: "not-needed", sources: ["model"] },
  "/model/manifest.json": aManifest({ currency: "USD", counts: { orders: 100, products: 3 } }),
  "/model/b/0.json": MODEL,
};

/** Serves a storefront to the tab, with our tag in the head of each page. */
export async function serveShopify(tab: Page, theme: "Dawn" | "Horizon"): Promise<ServedShop> {
  const isDawn = theme === "Dawn";
  const server = createServer((name, rows) => (isDawn ? drawDawnSection(name, rows) : drawHorizonSection(rows)));
  const asked: string[] = [];
  const draw = (page: FakePage) => {
    const shown = { page, rows: server.rows(), good: goods.variant };
    const globals = Object.entries(globalsOf(shown, server.currency())).map(([name, value]) => `window.${name}=${JSON.stringify(value)};`);
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><style>${STYLE}</style><script>${globals.join("")}</script>
      <script async src="/goeswith/goeswith.js" data-config="/goeswith.json"></script></head>
      <body>${isDawn ? drawDawn(shown) : drawHorizon(server.rows())}<script>(${String(isDawn ? dawnTheme : horizonTheme)})()</script></body></html>`;
  };
  const answer = (method: string, url: URL, sent: string | undefined) => {
    const { pathname, search } = url;
    if (pathname.startsWith("/goeswith/")) return { status: 200, body: built(pathname.slice("/goeswith/".length)) };
    if (pathname in FILES) return { status: 200, body: JSON.stringify(FILES[pathname]) };
    const page = (Object.keys(PATHS) as FakePage[]).find(
      (name) => pathname === PATHS[name] || pathname === `${PATHS[name]}${goods.variant.product}`,
    );
    if (page) return { status: 200, body: draw(page) };
    asked.push(`${method} ${pathname}${search}`);
    return server.answer(method, url, sent);
  };
  await tab.route(`${ORIGIN}/**`, async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    const told = answer(request.method(), url, request.postData() ?? undefined);
    if (!told) return route.abort();
    const { status, body } = told;
    const contentType = /^\/goeswith\/.*js$/.test(url.pathname)
      ? "text/javascript"
      : typeof body === "string"
        ? "text/html"
        : "application/json";
    return route.fulfill({ status, contentType, body: typeof body === "string" ? body : JSON.stringify(body) });
  });
  return {
    server,
    async fill(...rows) {
      server.put(rows);
      await tab.context().addCookies([{ name: "cart", value: "Z2NwLXVzLWVhc3Qx", url: ORIGIN }]);
    },
    address: (page) => `${ORIGIN}${PATHS[page]}${page === "product" ? goods.variant.product : ""}`,
    requests: () => asked.splice(0),
  };
}
