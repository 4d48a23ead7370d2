import { loadPlatform } from "../../../widget/browser/platforms/index.ts";
import type { FakeShop, Good } from "./fakeShop.ts";
import { classicTheme } from "./prestashop/classicTheme.ts";
import { createServer, ORIGIN, type ServerCart } from "./prestashop/createServer.ts";
import { goods } from "./prestashop/goods.ts";
import { drawPage, drawPart, globalOf, NAMES } from "./prestashop/pages.ts";

/** What the page around the fake is made of. */
const page = window as unknown as { prestashop?: unknown; fetch: typeof fetch };

/** PrestaShop 8 with theme classic. It has no JSON of live prices or relations, and nothing that would carry marks into an order. */
export function openPrestashop(): FakeShop {
  const { fetch } = page;
  const { href } = location;
  const server = createServer({ goods: Object.values(goods), draw: drawPart });
  const asked: string[] = [];
  let end = new AbortController();
  let refreshes = 0;

  page.fetch = async (address, how) => {
    const url = new URL(address as string, ORIGIN);
    const sent = how?.body instanceof URLSearchParams ? `${how.body}` : "";
    asked.push(`${how?.method ?? "GET"} ${url.pathname}${url.search} ${sent}`.trim());
    const text = server.answer(url.href, sent) ?? `<script>var prestashop = {"static_token":"${server.token()}"}</script>`;
    return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
  };
  const draw = (name: Parameters<FakeShop["draw"]>[0], good: Good = goods.plain, paid?: ServerCart) => {
    end.abort();
    end = new AbortController();
    refreshes = 0;
    history.replaceState(null, "", `/index.php?controller=${NAMES[name]}`);
    document.body.id = NAMES[name];
    document.body.innerHTML = drawPage({ page: name, server, good, ...(paid && { paid }) });
    page.prestashop = globalOf({ page: name, server });
    classicTheme(async (address, fields) => {
      if (address.includes("ps_shoppingcart")) refreshes++;
      return JSON.parse(server.answer(address, String(new URLSearchParams(fields))) ?? "{}") as Readonly<Record<string, unknown>>;
    }, end.signal);
  };
  return {
    platform: "prestashop",
    without: ["products", "related", "mark"],
    goods,
    get currency() {
      return server.currency();
    },
    put: (lines) => server.put(lines),
    lines: () => server.lines(),
    trade: (currency) => server.trade(currency),
    draw: (name, good) => draw(name, good),
    connect: (config) => loadPlatform(undefined, { cartUrls: [], cartEvents: [], own: {}, ...config }),
    change(lines) {
      server.put(lines);
      const resp = JSON.parse(server.answer(`${ORIGIN}/?controller=cart`, "ajax=1&action=update") ?? "") as object;
      const bus = page.prestashop as { emit(event: string, told: object): void };
      bus.emit("updateCart", { reason: { linkAction: "delete-from-cart", idProduct: "6" }, resp });
    },
    fail: (fault) => server.fail(fault),
    requests: () => asked.splice(0),
    theme: () => ({ pieces: Number(/\d+/.exec(document.querySelector(".blockcart")?.textContent ?? "")?.[0]), refreshes }),
    placeOrder(id) {
      const paid = server.cart();
      server.put([]);
      draw("confirmation", goods.plain, paid);
      history.replaceState(null, "", `/index.php?controller=order-confirmation&id_cart=6&id_module=13&id_order=${id}&key=0`);
    },
    close() {
      end.abort();
      document.body.innerHTML = "";
      document.body.removeAttribute("id");
      history.replaceState(null, "", href);
      delete page.prestashop;
      page.fetch = fetch;
    },
  };
}
