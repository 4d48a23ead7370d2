import type { Page, Route } from "@playwright/test";
import { aManifest } from "../../aManifest.ts";
import { built } from "../../loaderSite.ts";
import type { FakePage } from "../fakeShop.ts";
import { createServer, type OpencartServer } from "./createServer.ts";
import { defaultTheme } from "./defaultTheme.ts";
import { everything, goods, type ShopGood } from "./goods.ts";
import { miniJQuery } from "./miniJQuery.ts";
import { drawBody, drawPiece, ROUTES } from "./pages.ts";

const ORIGIN = "http://opencart.test";

/** The shop in a browser. */
export interface ServedShop {
  readonly server: OpencartServer;
  /** Address of one of its pages. */
  address(page: FakePage, good?: ShopGood): string;
  /** Requests of the page to the shop since the last call, without its pages and our files. */
  requests(): readonly string[];
}

/** About the boxes of the default themes, so that offers have the room they have there. */
const STYLE = `*{box-sizing:border-box}body{margin:0;font:14px/1.5 sans-serif}.container{max-width:1170px;margin:auto;padding:0 15px}.row{display:flex;flex-wrap:wrap;margin:0 -15px}
  .row>*{flex:0 0 100%;max-width:100%;padding:0 15px}table{width:100%;border-collapse:collapse}td{padding:8px;border:1px solid #ddd}.dropdown-menu{display:none;position:absolute;right:0;margin:0;padding:10px;
  list-style:none;background:#fff;border:1px solid #ccc;min-width:300px;z-index:9}#cart{position:relative}.open>.dropdown-menu{display:block}.picture{height:520px;background:#eee}.tab-pane{height:300px}.collapse{display:none}.collapse.in{display:block}
  header{height:110px}footer{height:300px;background:#303030}#accordion{min-height:300px}#checkout-register{height:900px}.btn-primary{background:#229ac8;color:#fff;border:0;padding:8px 12px}
  @media(min-width:768px){.row>.col-sm-8{flex-basis:66.6%;max-width:66.6%}.row>.col-sm-4,.row>.col-md-4{flex-basis:33.3%;max-width:33.3%}.row>.col-md-7{flex-basis:58%;max-width:58%}.col-md-7+.col{flex-basis:42%;max-width:42%}.row>.col-sm{flex-basis:50%;max-width:50%}}`;

const cardOf = ({ product, title, price, word }: ShopGood) => [
  product,
  { title, price, url: `/${word}`, categories: [title.split(" ")[0]] },
];
const SHARD = {
  entries: {
    "43": { with: [["41", 120, 1, 25]] },
    "40": {
      with: [["43", 120, 1, 25]],
      instead: [{ id: "49", score: 120, differences: [{ attribute: "colour", from: "black", to: "red", better: true }] }],
    },
  },
  cards: Object.fromEntries(everything.map(cardOf)) as unknown,
};

const FILES: Readonly<Record<string, unknown>> = {
  "/goeswith.json": { model: "/model", consent: "not-needed", sources: [{ name: "model" }] },
  "/model/manifest.json": aManifest({ currency: "USD", counts: { orders: 100, products: 5 } }),
  "/model/b/0.json": SHARD,
};

/** How the page's jQuery asks. */
const SEND = `(address) => new Promise((resolve) => {
  const request = new XMLHttpRequest();
  request.open("GET", address);
  request.onload = () => resolve({ ok: request.status < 400, text: request.responseText });
  request.send();
})`;

/** Serves an OpenCart with its default theme to the tab, with our tag in the head of each page. */
export async function serveOpencart(
  tab: Page,
  options: { readonly generation: 3 | 4; readonly isReadable?: boolean },
): Promise<ServedShop> {
  const { generation } = options;
  const asked: string[] = [];
  const head = `<base href="${ORIGIN}/"><style>${STYLE}</style>
    <link href="catalog/view/${generation === 4 ? "" : "theme/default/"}stylesheet/stylesheet.css" rel="stylesheet">
    <script>(${String(miniJQuery)})(${SEND})</script><script async src="/goeswith/goeswith.js" data-config="/goeswith.json"></script>`;
  const draw = (body: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>${head}</head><body>${body}
    <script>(${String(defaultTheme)})(${generation})</script></body></html>`;
  const server = createServer({
    ...options,
    origin: ORIGIN,
    draw(route, state, good) {
      const piece = drawPiece(route, state);
      const body = piece ?? drawBody(route, state, good);
      return piece ?? (body && draw(body));
    },
  });
  await tab.context().addCookies([{ name: "currency", value: "USD", url: ORIGIN }]);
  await tab.route(`${ORIGIN}/**`, async (route: Route) => {
    const request = route.request();
    const url = new URL(request.url());
    const isScript = url.pathname.startsWith("/goeswith/");
    const file = FILES[url.pathname];
    if (isScript) return route.fulfill({ body: built(url.pathname.slice("/goeswith/".length)), contentType: "text/javascript" });
    if (file) return route.fulfill({ json: file });
    if (url.pathname.startsWith("/catalog/")) return route.fulfill({ body: "", contentType: "text/css" });
    if (request.resourceType() !== "document") asked.push(`${request.method()} ${url.searchParams.get("route") ?? url.pathname}`);
    const { status, text, isJson } = server.answer(request.method(), url.href, request.postData() ?? "");
    await route.fulfill({ status, body: text, contentType: isJson ? "application/json" : "text/html; charset=utf-8" });
  });
  return {
    server,
    address: (page, good = goods.other) => (page === "product" ? server.link(good) : server.route(ROUTES[page])),
    requests: () => asked.splice(0),
  };
}
