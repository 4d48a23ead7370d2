import type { Good, ShopFault } from "../fakeShop.ts";
import { everything, type ShopGood } from "./goods.ts";

export interface ServerLine {
  readonly key: string;
  readonly good: ShopGood;
  readonly quantity: number;
  /** Names and values of what was chosen. */
  readonly options: readonly (readonly [string, string])[];
}

export interface ServerAnswer {
  readonly status: number;
  readonly text: string;
  readonly isJson?: boolean;
  readonly location?: string;
}

/** What a page is drawn from. */
export interface ServerState {
  readonly generation: 3 | 4;
  readonly lines: readonly ServerLine[];
  price(minor: number): string;
  /** Address of a product's page. */
  link(good: ShopGood): string;
  route(name: string, method?: string): string;
}

export interface ServerOptions {
  readonly generation: 3 | 4;
  /** Products have addresses without numbers. */
  readonly isReadable?: boolean;
  readonly origin: string;
  /** Pieces of pages, by route. */
  draw(route: string, state: ServerState, good?: ShopGood): string | undefined;
}

export interface OpencartServer extends ServerState {
  currency(): string;
  answer(method: string, address: string, body: string): ServerAnswer;
  put(lines: readonly { readonly good: Good; readonly quantity: number }[]): void;
  trade(currency: string): void;
  fail(fault: ShopFault | undefined): void;
}

const FORMATS: Readonly<Record<string, (whole: string, cents: string) => string>> = {
  USD: (whole, cents) => `$${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${cents}`,
  EUR: (whole, cents) => `${whole.replace(/\B(?=(\d{3})+$)/g, ".")},${cents}€`,
};

/** The server of an OpenCart shop: it answers as real ones were seen to do, 200 for almost everything. */
export function createServer({ generation, isReadable, origin, draw }: ServerOptions): OpencartServer {
  const isFour = generation === 4;
  let lines: ServerLine[] = [];
  let made = 0;
  let currency = "USD";
  let fault: ShopFault | undefined;

  const route = (name: string, method?: string) =>
    `${origin}/index.php?route=${name}${method ? (isFour ? "." : "/") + method : ""}${isFour ? "&language=en-gb" : ""}`;
  const link = ({ product, word }: ShopGood) => (isReadable ? `${origin}/${word}` : `${route("product/product")}&product_id=${product}`);
  const price = (minor: number) => FORMATS[currency]!(`${Math.floor(minor / 100)}`, `${minor % 100}`.padStart(2, "0"));
  const state: ServerState = {
    generation,
    get lines() {
      return lines;
    },
    price,
    link,
    route,
  };
  const json = (body: unknown): ServerAnswer => ({ status: 200, text: JSON.stringify(body), isJson: true });
  const pieces = () => lines.map(({ quantity }) => quantity).reduce((sum, one) => sum + one, 0);
  const total = () =>
    `${pieces()} item(s) - ${price(lines.map(({ good, quantity }) => good.price * quantity).reduce((sum, one) => sum + one, 0))}`;

  const insert = (good: ShopGood, quantity: number, options: ServerLine["options"] = []) => {
    const there = lines.find((line) => line.good === good && String(line.options) === String(options));
    if (there) lines = lines.map((line) => (line === there ? { ...line, quantity: line.quantity + quantity } : line));
    // The newest first, as shops were seen to tell them.
    else lines = [{ key: `${++made}`, good, quantity, options }, ...lines];
  };
  const refusal = (
    good: ShopGood | undefined,
    missing: readonly (readonly [string, string])[],
    words = "Warning: Product could not be found!",
  ) => {
    const fields = isFour
      ? Object.fromEntries(missing.map(([id, text]) => [`option_${id}`, text]))
      : { option: Object.fromEntries(missing) };
    const error = missing.length > 0 ? fields : { warning: words };
    return json({ error, redirect: good ? link(good) : route("product/product") });
  };
  const add = (sent: URLSearchParams, said: ShopFault | undefined): ServerAnswer => {
    const good = everything.find(({ product }) => product === sent.get("product_id"));
    if (said === "sold-out") return refusal(good, [], "Warning: <b>Not enough</b> of it is in stock!");
    if (said === "refused") return refusal(good, [], "This product can&#39;t be sold here");
    if (!good) return isFour ? refusal(good, []) : json([]);
    const chosen = (good.options ?? []).map((option) => ({
      option,
      ids: [...sent.getAll(`option[${option.id}]`), ...sent.getAll(`option[${option.id}][]`)].filter(Boolean),
    }));
    const missing = chosen.filter(({ option, ids }) => option.kind === "select" && ids.length === 0);
    if (missing.length > 0)
      return refusal(
        good,
        missing.map(({ option: { id, name } }) => [id, `${name} required!`] as const),
      );
    const options = chosen.flatMap(({ option, ids }) => ids.map((id) => [option.name, option.values[id] ?? ""] as const));
    insert(good, Number(sent.get("quantity") ?? 1), options);
    if (said === "although") return refusal(good, [], "Something went wrong");
    const success = `Success: You have added <a href="${link(good).replaceAll("&", "&amp;")}">${good.title}</a> to your <a href="${route("checkout/cart")}">shopping cart</a>!`;
    return json({ success, ...(!isFour && { total: total() }) });
  };
  const remove = (key: string | null): ServerAnswer => {
    lines = lines.filter((line) => line.key !== key);
    const success = "Success: You have modified your shopping cart!";
    if (!isFour) return json({ success, total: total() });
    return json(lines.length > 0 ? { success } : { redirect: route("checkout/cart") });
  };
  const edit = (sent: URLSearchParams): ServerAnswer => {
    const set = (key: string | null, quantity: number) => {
      lines = lines.flatMap((line) => (line.key !== key ? [line] : quantity > 0 ? [{ ...line, quantity }] : []));
    };
    if (isFour) set(sent.get("key"), Number(sent.get("quantity")));
    else for (const [name, value] of sent) set(/^quantity\[(.+)\]$/.exec(name)?.[1] ?? null, Number(value));
    return isFour
      ? json({ success: "Success: You have modified your shopping cart!" })
      : { status: 302, text: "", location: route("checkout/cart") };
  };
  const write = (name: string, url: URL, sent: URLSearchParams): ServerAnswer | undefined => {
    const verb = /^(?:checkout|common)\/cart[./](add|edit|remove)$/.exec(name)?.[1];
    if (!verb) return undefined;
    const said = fault;
    fault = undefined;
    if (said === "dead") throw new TypeError("Failed to fetch");
    if (said === "html") return { status: 200, text: "<!doctype html><html><title>Sign in</title><body>Sign in first</body></html>" };
    if (verb === "add") return add(sent, said);
    if (verb === "edit") return edit(sent);
    // From 4.1 on the cart page's own link is asked for by GET.
    return remove(name === "checkout/cart.remove" ? url.searchParams.get("key") : sent.get("key"));
  };
  return {
    ...state,
    get lines() {
      return lines;
    },
    currency: () => currency,
    answer(method, address, body) {
      const url = new URL(address, `${origin}/`);
      const name = url.searchParams.get("route") ?? "";
      const written = write(name, url, new URLSearchParams(method === "POST" ? body : ""));
      if (written) return written;
      const good = everything.find(
        ({ product, word }) =>
          url.pathname === `/${word}` || (name === "product/product" && url.searchParams.get("product_id") === product),
      );
      const text = draw(good ? "product/product" : name, state, good);
      return text === undefined
        ? { status: 404, text: "<!doctype html><html><body>The page was not found</body></html>" }
        : { status: 200, text };
    },
    put(next) {
      const before = lines;
      lines = [];
      for (const { good, quantity } of next) {
        const known = everything.find(({ product }) => product === good.product)!;
        const there = before.find((line) => line.good === known);
        lines = [{ key: there?.key ?? `${++made}`, good: known, quantity, options: [] }, ...lines];
      }
    },
    trade: (code) => void (currency = code),
    fail: (next) => void (fault = next),
  };
}
