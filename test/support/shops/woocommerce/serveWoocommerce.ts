import type { Page, Request } from "@playwright/test";
import { aManifest } from "../../aManifest.ts";
import { built } from "../../loaderSite.ts";
import type { FakePage, Good } from "../fakeShop.ts";
import { blockTheme } from "./blockTheme.ts";
import { classicTheme } from "./classicTheme.ts";
import { type Answered, createServer, keyOf, ORIGIN, type Row, type Server } from "./createServer.ts";
import { goods } from "./goods.ts";
import { jQueryDouble } from "./jQueryDouble.ts";
import { bodyClass, classicCart, drawBlocks, drawClassic, fragments, orderReview } from "./pages.ts";

/** The shop in a browser. */
export interface ServedShop {
  readonly server: Server;
  /** Address of one of its pages; the product page is the T-shirt's. */
  address(page: FakePage): string;
  /** Requests of the page to the shop since the last call, without its pages and our files. */
  requests(): readonly string[];
  /** The cart becomes an order. */
  placeOrder(): void;
}

const PATHS: Readonly<Record<FakePage, string>> = {
  home: "/",
  product: "/product/t-shirt/",
  cart: "/cart/",
  checkout: "/checkout/",
  confirmation: "/checkout/order-received/1001/",
};
const ID = Number(goods.plain.product);

/** About the boxes of Storefront and of Twenty Twenty-Five, so that offers have the room they have there. */
const STYLE = `*{box-sizing:border-box}body{margin:0;font:16px/1.6 sans-serif;color:#43454b;background:#fff}h1{font-size:32px;margin:0 0 16px}button,.button,.checkout-button{background:#333;color:#fff;border:0;padding:10px 22px;font-weight:600}
  #masthead,.wp-site-blocks>header{height:150px;padding:20px 60px}.site-header-cart{display:flex;list-style:none;justify-content:flex-end}.widget_shopping_cart{position:absolute;left:-999em;width:300px;background:#fff}
  #main,main{display:block;max-width:1064px;margin:0 auto;min-height:1500px}main::after,.product::after,.cart-collaterals::after,form.checkout::after{content:"";display:table;clear:both}table{width:100%;border-collapse:collapse}td{padding:12px}
  @media(min-width:768px){.images{float:left;width:41%;height:437px;background:#eee}.summary{float:right;width:52.9%}.woocommerce-tabs{clear:both;height:320px;padding-top:40px}.cart_totals{float:right;width:52.9%}
  .col2-set{float:left;width:52.9%}#order_review,#order_review_heading{float:right;width:41.1%;clear:right}.wp-block-columns,.wc-block-components-sidebar-layout{display:flex;gap:40px}.wp-block-column{flex:1}.wp-block-column:first-child{height:520px;background:#eee}
  .wc-block-components-main{width:65%}.wc-block-checkout__sidebar,.wc-block-cart__sidebar{width:35%}}
  .cart_item td,.wc-block-cart-items__row td{height:180px;vertical-align:top}.wc-block-cart-item__wrap{display:flex;flex-direction:column;align-items:flex-start}.col-1,.contact{height:620px}#payment{height:260px;padding:20px;background:#f8f8f8}.wp-block-woocommerce-product-details{height:320px}`;

const cardOf = ({ product, title, price }: Good) =>
  [product, { title, price, url: `/product/${product}/`, categories: [title.split(" ")[0]] }] as const;
const better = [{ attribute: "print", from: "none", to: "logo", better: true }];
const MODEL = {
  entries: {
    "13": { with: [["14", 120, 1, 25]], instead: [{ id: "31", score: 120, differences: better }] },
    "14": { with: [["13", 100, 1, 20]] },
  },
  cards: Object.fromEntries([...Object.values(goods), { product: "31", title: "T-Shirt with Logo", price: 2150 }].map(cardOf)),
};
const FILES: Readonly<Record<string, unknown>> = {
  "/goeswith.json": { model: "/model", consent: "not-needed", sources: ["model"] },
  "/model/manifest.json": aManifest({ currency: "USD", counts: { orders: 100, products: 4 } }),
  "/model/b/0.json": MODEL,
};

/** The blocks fade in, while our code may be there already. */
const DRAWN_AFTER = 500;

/** How the themes' scripts ask. */
const askText = `(address, body) => fetch(address, { method: body ? "POST" : "GET", ...(body && { body }) }).then((answer) => answer.text())`;
const askStore = (nonce: string) => `async (path, body) => {
  const asked = { requests: [{ path: "/wc/store/v1/cart/update-item", method: "POST", body }] };
  const how = body ? { method: "POST", headers: { Nonce: "${nonce}", "content-type": "application/json" }, body: JSON.stringify(asked) } : {};
  const told = await (await fetch("/wp-json/wc/store/v1/" + path, how)).json();
  return body ? told.responses[0].body : told;
}`;
/** What the shop measures of where its visitors come from. */
const ATTRIBUTION = 'window.wc_order_attribution = { params: { allowTracking: true, prefix: "wc_order_attribution_" } };';

const htmlOf = (body: string): Answered => ({ status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body });

/** Serves a WooCommerce shop to the tab, with our tag in the head of each page. */
export async function serveWoocommerce(tab: Page, theme: "classic" | "blocks"): Promise<ServedShop> {
  const isBlocks = theme === "blocks";
  const server = createServer();
  const asked: string[] = [];
  let paid: readonly Row[] = [];

  const scriptOf = (page: FakePage) => {
    if (!isBlocks) return `(${String(jQueryDouble)})();(${String(classicTheme)})(${askText});`;
    const first = /^(cart|checkout)$/.test(page) ? JSON.stringify(server.cart()) : "undefined";
    const told = '{ utm_source: "(direct)", utm_content: "(none)" }';
    const attribution = `wp.data.dispatch("wc/store/checkout")?.__internalSetExtensionData("woocommerce/order-attribution", ${told}, true)`;
    return `(${String(blockTheme)})(${askStore(server.nonce())}, ${first}, undefined, ${DRAWN_AFTER});${attribution};`;
  };
  const draw = (page: FakePage) => `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Shop</title><style>${STYLE}</style>
    <link rel="https://api.w.org/" href="${ORIGIN}${isBlocks ? "/wp-json/" : "/index.php?rest_route=/"}">
    <script async src="/goeswith/goeswith.js" data-config="/goeswith.json"></script></head>
    <body class="${bodyClass(page, ID)}">${(isBlocks ? drawBlocks : drawClassic)({ page, server, id: ID, paid })}<script>${ATTRIBUTION}${scriptOf(page)}</script></body></html>`;
  const ofTheme = ({ searchParams, pathname }: URL, method: string): Answered | undefined => {
    const removed = searchParams.get("remove_item");
    if (removed) server.put(server.rows().filter((row) => keyOf(row) !== removed));
    if (pathname === PATHS.cart && (removed || method === "POST")) return htmlOf(classicCart(server));
    const name = searchParams.get("wc-ajax");
    const parts = name === "update_order_review" ? { ".woocommerce-checkout-review-order-table": orderReview(server) } : fragments(server);
    return name ? htmlOf(JSON.stringify({ fragments: parts })) : undefined;
  };
  const answer = (request: Request): Answered | undefined => {
    const url = new URL(request.url());
    const { pathname, search } = url;
    const [method, sent] = [request.method(), request.postData()];
    if (pathname.startsWith("/goeswith/"))
      return { ...htmlOf(built(pathname.slice("/goeswith/".length))), headers: { "content-type": "text/javascript" } };
    if (pathname in FILES) return htmlOf(JSON.stringify(FILES[pathname]));
    const own = ofTheme(url, method);
    const page = (Object.keys(PATHS) as FakePage[]).find((name) => pathname === PATHS[name]);
    if (!own && page && !search.includes("rest_route")) return htmlOf(draw(page));
    asked.push(`${method} ${decodeURIComponent(pathname + search)}`);
    const header = (name: string) => request.headers()[name];
    const isStore = /wc\/store/.test(pathname + search);
    return own ?? server.answer({ method, path: pathname + search, header, ...(isStore && sent && { body: JSON.parse(sent) as unknown }) });
  };
  await tab.route(`${ORIGIN}/**`, async (route) => {
    const told = answer(route.request());
    if (!told) return route.fulfill({ status: 404 });
    const rows = server.rows();
    const hash = rows.map((row) => `${keyOf(row)}${row.quantity}`).join("");
    const cookies = ["items_in_cart=1", `cart_hash=${hash}`].map(
      (cookie) => `woocommerce_${cookie}; path=/; max-age=${rows.length ? 3600 : 0}`,
    );
    return route.fulfill({ ...told, headers: { ...told.headers, "set-cookie": cookies.join("\n") } });
  });
  return {
    server,
    address: (page) => `${ORIGIN}${PATHS[page]}${page === "confirmation" ? "?key=wc_order_1" : ""}`,
    requests: () => asked.splice(0),
    placeOrder() {
      paid = server.rows();
      server.put([]);
    },
  };
}
