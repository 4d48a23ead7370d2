import { loadPlatform } from "../../../../widget/browser/platforms/index.ts";
import type { FakePage, FakeShop } from "../fakeShop.ts";
import { createServer, type ServerOptions } from "./createServer.ts";
import { everything, goods } from "./goods.ts";
import { miniJQuery } from "./miniJQuery.ts";
import { drawBody, drawPiece, ROUTES } from "./pages.ts";

/** What the page around the fake is made of. */
const page = window as unknown as { fetch: typeof fetch };

/** The pages' own files, by which the system is known; they are not to be fetched. */
const FILES = {
  3: '<link data-fake href="catalog/view/theme/default/stylesheet/stylesheet.css">',
  4: '<link data-fake href="catalog/view/stylesheet/stylesheet.css">',
};

/** An OpenCart shop in the test's document. It has no JSON of prices or relations, and nothing that would carry marks into an order. */
export function openOpencart({ generation, isReadable = false }: Pick<ServerOptions, "generation" | "isReadable">): FakeShop {
  const { fetch } = page;
  const { href } = location;
  const server = createServer({
    generation,
    isReadable,
    origin: location.origin,
    draw: (route, state, good) => drawPiece(route, state) ?? whole(drawBody(route, state, good)),
  });
  const asked: string[] = [];
  let refreshes = 0;

  const answer = (method: string, address: string, body = "") => {
    const url = new URL(address, document.baseURI);
    asked.push(`${method} ${url.pathname}${url.search} ${body}`.trim());
    if (generation === 3 && method === "GET" && url.search === "?route=checkout/cart") refreshes++;
    return server.answer(method, url.href, body);
  };
  page.fetch = async (address, how) => {
    const { status, text, isJson } = answer(
      how?.method ?? "GET",
      address as string,
      how?.body instanceof URLSearchParams ? `${how.body}` : "",
    );
    // What leads elsewhere and is not followed has no status.
    if (status === 302 && how?.redirect === "manual") return { status: 0, text: async () => "", headers: new Headers() } as Response;
    return new Response(text, { status, headers: { "content-type": isJson ? "application/json" : "text/html; charset=utf-8" } });
  };
  const dropJQuery = miniJQuery(async (address) => {
    if (/route=common\/cart[./]info/.test(address)) refreshes++;
    const { status, text } = answer("GET", address);
    return { ok: status < 400, text };
  });
  const draw = (name: FakePage, good = everything[0]) => {
    refreshes = 0;
    const known = everything.find(({ product }) => product === good?.product);
    const address = new URL(name === "product" ? server.link(known!) : server.route(ROUTES[name]));
    history.replaceState(null, "", address.pathname + address.search);
    document.body.innerHTML = FILES[generation] + drawBody(ROUTES[name], server, known);
  };
  return {
    platform: "opencart",
    without: ["products", "related", "token", "mark"],
    goods,
    get currency() {
      return server.currency();
    },
    put: (lines) => server.put(lines),
    lines: () => [...server.lines].reverse(),
    trade(currency) {
      server.trade(currency);
      document.cookie = `currency=${currency}`;
    },
    draw,
    connect: (config) => loadPlatform(undefined, { cartUrls: [], cartEvents: [], own: {}, ...config }),
    change(lines) {
      server.put(lines);
      const cart = document.querySelector("#cart")!;
      const fresh = new DOMParser().parseFromString(drawBody("common/home", server)!, "text/html").querySelector("#cart")!;
      cart.replaceChildren(...fresh.childNodes);
    },
    fail: (fault) => server.fail(fault),
    requests: () => asked.splice(0),
    theme: () => ({ pieces: Number(/\d+/.exec(document.querySelector("#cart button")?.textContent ?? "")?.[0]), refreshes }),
    placeOrder() {
      server.put([]);
      draw("confirmation");
    },
    close() {
      dropJQuery();
      document.cookie = "currency=; expires=Thu, 01 Jan 1970 00:00:00 GMT";
      document.body.innerHTML = "";
      history.replaceState(null, "", href);
      page.fetch = fetch;
    },
  };
}

const whole = (body: string | undefined) => body && `<!doctype html><html><head></head><body>${body}</body></html>`;
