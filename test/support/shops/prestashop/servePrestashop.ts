import type { Page, Route } from "@playwright/test";
import { built } from "../../loaderSite.ts";
import { aManifest } from "../../aManifest.ts";
import type { FakePage, Good } from "../fakeShop.ts";
import { classicTheme } from "./classicTheme.ts";
import { createServer, ORIGIN, type Server, type ServerCart } from "./createServer.ts";
import { goods } from "./goods.ts";
import { drawChoice, drawPage, drawPart, globalOf, NAMES } from "./pages.ts";

/** The shop in a browser. */
export interface ServedShop {
  readonly server: Server;
  /** Address of one of its pages. */
  address(page: FakePage): string;
  /** Requests of the page to the shop since the last call, without its pages and our files. */
  requests(): readonly string[];
  /** The cart becomes an order. */
  placeOrder(): void;
}

/** About the boxes of theme classic, so that offers have the room they have there. */
const STYLE = `*{box-sizing:border-box}body{margin:0;font:15px/1.5 sans-serif;background:#f1f1f1;color:#232323}h1{margin:0;font-size:22px}
  #header{height:190px;background:#fff}.container{max-width:1140px;margin:auto;padding:0 15px}.row{display:flex;flex-wrap:wrap}
  .col-md-6,.col-lg-8,.col-lg-4{flex:0 0 100%;max-width:100%;padding:0 15px}.images-container{height:560px}.product-information{padding-top:90px}
  .blockreassurance_product,#block-reassurance{height:150px}#cart #block-reassurance{height:450px}.tabs{height:320px}.card,.checkout-step,.cart-overview{background:#fff;padding:20px;margin-bottom:20px}
  #checkout-personal-information-step{height:520px}.cart-item{min-height:120px;list-style:none}.btn-primary{background:#24b9d7;color:#fff;border:0;padding:8px 20px;text-transform:uppercase}
  #blockcart-modal{display:none;position:fixed;inset:0;overflow:auto}#blockcart-modal.in{display:block}.modal-dialog{margin:30px auto;max-width:800px;background:#fff;padding:15px}
  #footer{height:400px}@media(min-width:768px){.col-md-6{flex-basis:50%;max-width:50%}}@media(min-width:992px){.col-lg-8{flex-basis:66.6%;max-width:66.6%}.col-lg-4{flex-basis:33.3%;max-width:33.3%}}`;

const CONFIG = { model: "/model", consent: "not-needed", sources: [{ name: "model" }] };

const cardOf = ({ product, title, price }: Good) => [product, { title, price, url: `/p/${product}`, categories: [title.split(" ")[0]] }];
const SHARD = {
  entries: {
    "1": { with: [["6", 120, 1, 25]] },
    "6": {
      with: [["1", 120, 1, 25]],
      instead: [{ id: "8", score: 120, differences: [{ attribute: "size", from: "300 ml", to: "400 ml", better: true }] }],
    },
  },
  cards: Object.fromEntries(Object.values(goods).map(cardOf)) as unknown,
};

const FILES: Readonly<Record<string, unknown>> = {
  "/goeswith.json": CONFIG,
  "/model/manifest.json": aManifest({ currency: "USD", counts: { orders: 100, products: 3 } }),
  "/model/b/0.json": SHARD,
};

/** How the theme's scripts ask. */
const post = `(address, fields) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open("POST", address);
  request.setRequestHeader("accept", "application/json, text/javascript, */*; q=0.01");
  request.onload = () => resolve(JSON.parse(request.responseText));
  request.onerror = reject;
  request.send(new URLSearchParams(fields));
})`;

/** Serves a PrestaShop with theme classic to the tab, with our tag in the head of each page. */
export async function servePrestashop(tab: Page): Promise<ServedShop> {
  const server = createServer({ goods: Object.values(goods), draw: drawPart });
  const asked: string[] = [];
  let paid: ServerCart | undefined;

  const draw = (page: FakePage) => `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Shop</title><style>${STYLE}</style>
    <script async src="/goeswith/goeswith.js" data-config="/goeswith.json"></script></head>
    <body id="${NAMES[page]}">${drawPage({ page, server, good: goods.variant, ...(paid && { paid }) })}<footer id="footer"></footer>
    <script>var prestashop = ${JSON.stringify(globalOf({ page, server }))};</script><script>(${String(classicTheme)})(${post})</script></body></html>`;
  const choice = () => {
    const other = { ...goods.variant, variant: "2" };
    return { product_details: drawChoice(other), product_prices: `<div class="product-prices">${server.cart().text(other.price)}</div>` };
  };
  const answer = (method: string, url: URL, sent: string): string | undefined => {
    const { pathname, searchParams } = url;
    if (pathname.startsWith("/goeswith/")) return built(pathname.slice("/goeswith/".length));
    const file = FILES[pathname];
    if (file) return JSON.stringify(file);
    const page = (Object.keys(NAMES) as FakePage[]).find((name) => NAMES[name] === searchParams.get("controller"));
    const isPart = /action=(update|refresh)/.test(url.search + sent);
    if (page && !isPart) return draw(page);
    asked.push(`${method} ${url.search} ${sent}`.trim());
    return page === "product" ? JSON.stringify(choice()) : server.answer(url.href, sent);
  };
  await tab.route(`${ORIGIN}/**`, async (route: Route) => {
    const request = route.request();
    const url = new URL(request.url());
    const body = answer(request.method(), url, request.postData() ?? "");
    const contentType = url.pathname.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
    await (body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, contentType }));
  });
  return {
    server,
    address: (page) => `${ORIGIN}/index.php?controller=${NAMES[page]}${page === "confirmation" ? "&id_cart=6&id_order=5" : ""}`,
    requests: () => asked.splice(0),
    placeOrder() {
      paid = server.cart();
      server.put([]);
    },
  };
}
