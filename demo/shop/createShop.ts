import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createCarts } from "./cart/createCarts.ts";
import { createOrders } from "./cart/createOrders.ts";
import type { Catalogue } from "./catalogue/createCatalogue.ts";
import { readCookies } from "./http/cookies.ts";
import { readBody } from "./http/readBody.ts";
import { createFileSender, page, send } from "./http/reply.ts";
import type { Reply } from "./http/reply.ts";
import { notFoundPage } from "./pages/messagePage.ts";
import type { PageContext } from "./pages/pageContext.ts";
import type { Pairs } from "./recommend/countPairs.ts";
import { cartRoutes } from "./routes/cartRoutes.ts";
import { configRoutes } from "./routes/configRoutes.ts";
import { pageRoutes } from "./routes/pageRoutes.ts";
import { productRoutes } from "./routes/productRoutes.ts";
import type { Route, ShopParts, ShopRequest } from "./shopRequest.ts";
import type { StoreFront } from "./storeFront.ts";
import { cartIn, catalogueIn, frontIn } from "./texts/inLanguage.ts";
import { LANGUAGES } from "./texts/languages.ts";
import { LANGUAGE, POLICY, readSwitches, strictPolicy, THEME } from "./switches.ts";

export interface ShopOptions {
  readonly front: StoreFront;
  readonly catalogue: Catalogue;
  readonly config: object;
  readonly configs: string;
  pairs(): Promise<Pairs>;
  /** Files of the shop and the widget by path; `undefined`: no such file. */
  file(path: string): Promise<Reply | undefined>;
}

/** Answers every request but the collector's. */
export type Shop = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const VISITOR = "lumen-visitor";
const CONSENT = "lumen-consent";

/** The whole shop as a request handler. Holds every visitor's cart in memory. */
export function createShop({ front, catalogue, config, configs, pairs, file }: ShopOptions): Shop {
  const parts: ShopParts = { front, catalogue, carts: createCarts(catalogue, front), orders: createOrders() };
  const routes = [...pageRoutes(parts), ...cartRoutes(parts), ...productRoutes(parts, pairs), ...configRoutes(config, configs)];
  const sendFile = createFileSender();
  const catalogues = new Map(LANGUAGES.map((language) => [language, catalogueIn(language, catalogue)]));

  return async (raw, response) => {
    const url = new URL(raw.url ?? "/", `http://${raw.headers.host ?? "localhost"}`);
    const stored = raw.method === "GET" || raw.method === "HEAD" ? await file(url.pathname) : undefined;
    if (stored) return sendFile(raw, response, stored);
    const cookies = readCookies(raw.headers.cookie);
    const visitor = cookies[VISITOR] ?? randomBytes(12).toString("hex");
    if (!cookies[VISITOR]) response.appendHeader("set-cookie", `${VISITOR}=${visitor}; Path=/; SameSite=Lax; HttpOnly`);
    const nonce = randomBytes(16).toString("base64");
    const switches = readSwitches(url.searchParams, cookies);
    if (url.searchParams.has("csp"))
      response.appendHeader("set-cookie", `${POLICY}=${switches.strict ? "strict" : ""}; Path=/; SameSite=Lax`);
    if (url.searchParams.has("theme")) response.appendHeader("set-cookie", `${THEME}=${switches.theme ?? ""}; Path=/; SameSite=Lax`);
    const { language } = switches;
    if (url.searchParams.has("lang")) response.appendHeader("set-cookie", `${LANGUAGE}=${language.lang}; Path=/; SameSite=Lax`);
    const spoken = catalogues.get(language) ?? catalogue;
    const context = (): PageContext => ({
      front: frontIn(language, front),
      catalogue: spoken,
      cart: cartIn(spoken, parts.carts.of(visitor)),
      switches,
      nonce,
      answered: CONSENT in cookies && !url.searchParams.has("consent"),
    });
    const reply = (await answer(routes, { raw, url, visitor, context })) ?? page(notFoundPage(context()), 404);
    if (switches.strict) response.setHeader("content-security-policy", strictPolicy(nonce));
    if (!raw.socket.destroyed) send(raw, response, reply);
  };
}

async function answer(routes: readonly Route[], request: Omit<ShopRequest, "params" | "body">): Promise<Reply | undefined> {
  const method = request.raw.method === "HEAD" ? "GET" : request.raw.method;
  for (const route of routes) {
    const match = route.method === method && route.pattern.exec(request.url.pathname);
    if (!match) continue;
    const body = method === "POST" ? await readBody(request.raw) : {};
    if (!body) return { status: 400, type: "text/plain", body: "That could not be read." };
    const params = Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, decoded(value)]));
    return route.answer({ ...request, params, body });
  }
  return undefined;
}

function decoded(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? "");
  } catch {
    return "";
  }
}
