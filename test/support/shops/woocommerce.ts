import { loadPlatform } from "../../../widget/browser/platforms/index.ts";
import type { FakeShop, Good } from "./fakeShop.ts";
import { blockTheme } from "./woocommerce/blockTheme.ts";
import { classicTheme } from "./woocommerce/classicTheme.ts";
import { createServer, keyOf, ORIGIN, type Row, type Server } from "./woocommerce/createServer.ts";
import { goodOf, goods, rowOf } from "./woocommerce/goods.ts";
import { jQueryDouble } from "./woocommerce/jQueryDouble.ts";
import { bodyClass, classicCart, drawBlocks, drawClassic, fragments, orderReview } from "./woocommerce/pages.ts";

const page = window as unknown as { fetch: typeof fetch; jQuery?: unknown; wp?: unknown; blockTheme?: { received: number } };

/** An age of 0 may take until the next millisecond. */
const LONG_AGO = "expires=Thu, 01 Jan 1970 00:00:00 GMT";

/** How a theme's own scripts are answered: not by the page's `fetch`, which the tests count. */
function askText(server: Server, sync: () => void) {
  return async (address: string): Promise<string> => {
    const { searchParams, pathname } = new URL(address, ORIGIN);
    const removed = searchParams.get("remove_item");
    if (removed) server.put(server.rows().filter((row) => keyOf(row) !== removed));
    sync();
    if (pathname === "/cart/") return classicCart(server);
    const parts =
      searchParams.get("wc-ajax") === "update_order_review"
        ? { ".woocommerce-checkout-review-order-table": orderReview(server) }
        : fragments(server);
    return JSON.stringify({ fragments: parts });
  };
}

function openWoocommerce(isBlocks: boolean): FakeShop {
  const { fetch } = page;
  const { href } = location;
  const server = createServer();
  const asked: string[] = [];
  let end = new AbortController();
  let redrawn = 0;
  const link = document.createElement("link");

  const sync = () => {
    const { length } = server.rows();
    const hash = server
      .rows()
      .map((row) => `${keyOf(row)}${row.quantity}`)
      .join("");
    for (const cookie of ["items_in_cart=1", `cart_hash=${hash}`])
      document.cookie = `woocommerce_${cookie}; path=/; ${length ? "max-age=3600" : LONG_AGO}`;
  };
  page.fetch = async (address, { method = "GET", headers, body } = {}) => {
    const { pathname, search } = new URL(address as string, ORIGIN);
    const sent = typeof body === "string" ? body : "";
    asked.push(`${method} ${pathname}${search} ${sent}`.trim());
    const given = new Headers(headers);
    const path = pathname + search;
    const answer = server.answer({
      method,
      path,
      header: (name) => given.get(name) || undefined,
      body: sent && (JSON.parse(sent) as unknown),
    });
    sync();
    return new Response(answer?.body ?? "", { status: answer?.status ?? 404, headers: answer?.headers ?? {} });
  };
  const text = askText(server, sync);
  const dress = (name: Parameters<FakeShop["draw"]>[0]) => {
    if (isBlocks) return blockTheme(async () => server.cart(), /^(cart|checkout)$/.test(name) ? server.cart() : undefined, end.signal);
    jQueryDouble();
    classicTheme(async (address) => {
      if (address.startsWith("/cart/")) redrawn++;
      return text(address);
    }, end.signal);
  };
  const draw = (name: Parameters<FakeShop["draw"]>[0], good: Good = goods.plain, paid: readonly Row[] = []) => {
    end.abort();
    end = new AbortController();
    redrawn = 0;
    link.rel = "https://api.w.org/";
    // Without pretty permalinks the route is a parameter.
    link.setAttribute("href", isBlocks ? `${ORIGIN}/wp-json/` : `${ORIGIN}/index.php?rest_route=/`);
    document.head.append(link);
    document.body.className = bodyClass(name, Number(good.product));
    document.body.innerHTML = (isBlocks ? drawBlocks : drawClassic)({ page: name, server, id: Number(good.product), paid });
    dress(name);
  };
  return {
    platform: "woocommerce",
    without: [],
    goods,
    get currency() {
      return server.currency();
    },
    put(lines) {
      server.put(lines.map(rowOf));
      sync();
    },
    lines: () => server.rows().map(({ id, quantity }) => ({ good: goodOf(id), quantity })),
    trade: (currency) => server.trade(currency),
    draw: (name, good) => draw(name, good),
    connect: (config) => loadPlatform(undefined, { cartUrls: [], cartEvents: [], own: {}, ...config }),
    change(lines) {
      this.put(lines);
      if (isBlocks)
        (page.wp as { data: { dispatch(name: string): { receiveCart(cart: object): void } } }).data
          .dispatch("wc/store/cart")
          .receiveCart(server.cart());
      else (page.jQuery as (on: unknown) => { trigger(name: string): void })(document.body).trigger("updated_wc_div");
    },
    fail: (fault) => server.fail(fault),
    requests: () => asked.splice(0),
    theme() {
      const shown = document.querySelector(isBlocks ? ".wc-block-mini-cart__badge" : ".cart-contents .count")?.textContent;
      return { pieces: Number(/\d+/.exec(shown ?? "")?.[0]), refreshes: page.blockTheme?.received ?? redrawn };
    },
    placeOrder(id) {
      const paid = server.rows();
      this.put([]);
      draw("confirmation", goods.plain, paid);
      history.replaceState(
        null,
        "",
        isBlocks ? `/checkout/order-received/${id}/?key=wc_order_1` : `/?page_id=7&order-received=${id}&key=wc_order_1`,
      );
    },
    close() {
      end.abort();
      server.put([]);
      sync();
      link.remove();
      document.body.innerHTML = "";
      document.body.removeAttribute("class");
      history.replaceState(null, "", href);
      for (const name of ["jQuery", "wp", "blockTheme"] as const) delete page[name];
      page.fetch = fetch;
    },
  };
}

/** WooCommerce 10 with a classic theme, without pretty permalinks. */
export const openWoocommerceClassic = (): FakeShop => openWoocommerce(false);

/** WooCommerce 10 with a block theme. */
export const openWoocommerceBlocks = (): FakeShop => openWoocommerce(true);
