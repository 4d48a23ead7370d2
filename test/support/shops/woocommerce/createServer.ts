import type { ShopFault } from "../fakeShop.ts";
import { ATTRIBUTES, catalogue, type Sold, soldBy } from "./catalogue.ts";

export const ORIGIN = "http://localhost:8201";

export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  header(name: string): string | undefined;
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A line on the server. `chosen`: label and value of each attribute of a variation. */
export interface Row {
  readonly id: number;
  readonly quantity: number;
  readonly chosen: Readonly<Record<string, string>>;
}

type Given = readonly { readonly attribute: string; readonly value: string }[];
type Name = keyof typeof ATTRIBUTES;

/** A WooCommerce 10 behind its Store API, answering as real ones were seen to do. */
export function createServer() {
  let rows: readonly Row[] = [];
  let currency = "USD";
  let fault: ShopFault | undefined;
  let nonces = 1;

  const nonce = () => `b91809ec${nonces}0`;
  const money = () => ({
    currency_code: currency,
    currency_symbol: "$",
    currency_minor_unit: 2,
    currency_decimal_separator: ".",
    currency_thousand_separator: ",",
    currency_prefix: currency === "USD" ? "$" : "",
    currency_suffix: currency === "USD" ? "" : ` ${currency}`,
  });
  const text = (minor: number) => `${money().currency_prefix}${(minor / 100).toFixed(2)}${money().currency_suffix}`;
  const pricesOf = ({ price }: Sold) => ({ price: `${price}`, regular_price: `${price}`, price_range: null, ...money() });
  const imagesOf = ({ id }: Sold) => [{ id, src: `${ORIGIN}/p${id}.jpg`, thumbnail: `${ORIGIN}/p${id}-300x300.jpg`, alt: "" }];

  const presentLine = (row: Row) => {
    const sold = soldBy(row.id)!;
    return {
      key: keyOf(row),
      id: sold.id,
      type: sold.type,
      quantity: row.quantity,
      quantity_limits: { minimum: 1, maximum: 9999, multiple_of: 1, editable: true },
      name: sold.name,
      description: "<p>Pellentesque habitant morbi.</p>",
      permalink: `${ORIGIN}/product/${sold.slug}/`,
      images: imagesOf(sold),
      variation: Object.entries(row.chosen).map(([attribute, value]) => ({
        attribute,
        value: ATTRIBUTES[attribute as Name].terms[value as never],
      })),
      prices: pricesOf(sold),
      totals: { line_subtotal: `${sold.price * row.quantity}`, line_subtotal_tax: "0", ...money() },
    };
  };
  const presentProduct = (sold: Sold): object => {
    const own = catalogue.filter(({ parent }) => parent === sold.id);
    const names = [...new Set(own.flatMap(({ values = {} }) => Object.keys(values)))] as Name[];
    return {
      id: sold.id,
      name: sold.name,
      parent: sold.parent ?? 0,
      type: sold.type,
      permalink: `${ORIGIN}/product/${sold.slug}/`,
      description: "<p>Pellentesque habitant morbi.</p>",
      prices: pricesOf(sold),
      images: imagesOf(sold),
      attributes: names.map((name) => ({
        name,
        taxonomy: ATTRIBUTES[name].taxonomy,
        has_variations: true,
        terms: Object.entries(ATTRIBUTES[name].terms).map(([slug, label]) => ({ id: 0, name: label, slug })),
      })),
      variations: own.map(({ id, values = {} }) => ({ id, attributes: Object.entries(values).map(([name, value]) => ({ name, value })) })),
      has_options: own.length > 0,
      is_purchasable: sold.type !== "external",
      is_in_stock: true,
    };
  };
  const presentCart = () => {
    let sum = 0;
    for (const { id, quantity } of rows) sum += soldBy(id)!.price * quantity;
    const crossSells = new Set(rows.flatMap(({ id }) => soldBy(id)?.crossSells ?? []).filter((id) => !rows.some((row) => row.id === id)));
    return {
      items: rows.map(presentLine),
      coupons: [],
      totals: { total_items: `${sum}`, total_items_tax: "0", total_price: `${sum}`, total_shipping: null, ...money() },
      shipping_address: { city: "", country: "US" },
      billing_address: { city: "", country: "US" },
      items_count: rows.length,
      cross_sells: [...crossSells].map((id) => presentProduct(soldBy(id)!)),
      errors: [],
      extensions: {},
    };
  };

  const answer = (status: number, body: unknown): Answered => ({
    status,
    headers: { "content-type": "application/json; charset=UTF-8", nonce: nonce(), "cart-token": "token.of.cart" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const refuse = (status: number, code: string, message: string) =>
    answer(status, { code, message, data: { status, ...(status === 409 && { cart: presentCart() }) } });

  const put = (row: Row) => {
    const there = rows.find((one) => keyOf(one) === keyOf(row));
    rows = there ? rows.map((one) => (one === there ? { ...row, quantity: row.quantity + there.quantity } : one)) : [...rows, row];
  };
  const add = ({ id, quantity, variation = [] }: { readonly id: number; readonly quantity: number; readonly variation?: Given }) => {
    const sold = soldBy(id);
    if (!sold) return refuse(400, "woocommerce_rest_cart_invalid_product", "This product cannot be added to the cart.");
    if (sold.type === "external")
      return refuse(400, "woocommerce_rest_product_not_purchasable", `&quot;${sold.name}&quot; is not available for purchase.`);
    if (sold.type === "variable") return refuse(400, "woocommerce_rest_variation_id_from_variation_data", "No matching variation found.");
    const chosen = choose(sold, variation);
    if (typeof chosen === "string") return refuse(400, `woocommerce_rest_${chosen}_variation_data`, "Missing or invalid variation data.");
    put({ id, quantity, chosen });
    return answer(201, presentCart());
  };
  const change = (path: string, body: { readonly key: string; readonly quantity?: number }) => {
    const row = rows.find((one) => keyOf(one) === body.key);
    if (!row) return refuse(409, "woocommerce_rest_cart_invalid_key", "Cart item does not exist.");
    rows = path.includes("remove")
      ? rows.filter((one) => one !== row)
      : rows.map((one) => (one === row ? { ...row, quantity: body.quantity! } : one));
    return answer(200, presentCart());
  };
  const write = (asked: Asked): Answered => {
    const now = fault;
    if (now !== "locked") fault = undefined;
    if (now === "dead") throw new TypeError("Failed to fetch");
    if (now === "html") return { ...answer(200, "<!doctype html><h1>Shop</h1>"), headers: { "content-type": "text/html" } };
    if (now === "expired") nonces++;
    if (!asked.header("nonce")) return refuse(401, "woocommerce_rest_missing_nonce", "Missing the Nonce header.");
    if (now === "locked" || asked.header("nonce") !== nonce()) return refuse(403, "woocommerce_rest_invalid_nonce", "Nonce is invalid.");
    if (now === "sold-out")
      return refuse(
        400,
        "woocommerce_rest_product_out_of_stock",
        "You cannot add &quot;Beanie&quot; to the cart because the product is out of stock.",
      );
    if (now === "refused")
      return refuse(400, "woocommerce_rest_product_not_purchasable", "&quot;Beanie&quot; is not available for purchase.");
    const done = asked.path.includes("add-item") ? add(asked.body as never) : change(asked.path, asked.body as never);
    return now === "although" ? refuse(400, "woocommerce_rest_cart_error", "Something went wrong.") : done;
  };
  const listProducts = (query: URLSearchParams) => {
    const ids = (name: string) => query.get(name)?.split(",").map(Number);
    const wanted = (sold: Sold) =>
      (sold.type === "variation") === (query.get("type") === "variation") &&
      (ids("include")?.includes(sold.id) ?? true) &&
      (ids("parent")?.includes(sold.parent ?? 0) ?? true) &&
      !ids("related")?.includes(sold.id);
    // Only what is of the cart carries its tokens.
    return { ...answer(200, catalogue.filter(wanted).map(presentProduct)), headers: { "content-type": "application/json; charset=UTF-8" } };
  };
  const batch = (asked: Asked) => {
    const { requests } = asked.body as { readonly requests: readonly { readonly path: string; readonly body: object }[] };
    const responses = requests.map((request) => write({ ...asked, ...request }));
    return answer(207, { responses: responses.map(({ status, body }) => ({ status, body: JSON.parse(body) as unknown })) });
  };
  return {
    nonce,
    put(next: readonly Row[]) {
      rows = next;
    },
    rows: () => rows,
    currency: () => currency,
    trade: (next: string) => void (currency = next),
    fail: (next: ShopFault | undefined) => void (fault = next),
    text,
    cart: presentCart,
    /** `undefined` for what is not of the Store API. */
    answer(asked: Asked): Answered | undefined {
      const { pathname, searchParams } = new URL(asked.path, ORIGIN);
      const route = searchParams.get("rest_route") ?? pathname.replace(/^\/wp-json/, "");
      if (!route.startsWith("/wc/store/v1/")) return undefined;
      if (route.endsWith("/products")) return listProducts(searchParams);
      if (route.endsWith("/batch")) return batch(asked);
      return asked.method === "POST" ? write(asked) : answer(200, presentCart());
    },
  };
}

export type Server = ReturnType<typeof createServer>;

/** As WooCommerce's, told by nothing but what is in the line. */
export function keyOf({ id, chosen }: Row): string {
  let hash = 7;
  for (const letter of `${id}${JSON.stringify(chosen)}`) hash = (hash * 31 + letter.charCodeAt(0)) % 0xffffff;
  return hash.toString(16).padStart(8, "c");
}

/** What a variation is put into the cart with. Source: CartController::parse_variation_data(). */
function choose({ values = {} }: Sold, given: Given): Readonly<Record<string, string>> | "invalid" | "missing" {
  const chosen: Record<string, string> = {};
  for (const [name, own] of Object.entries(values)) {
    const { taxonomy, terms } = ATTRIBUTES[name as Name];
    const told = given.find(({ attribute }) => [name, name.toLowerCase(), taxonomy, `attribute_${taxonomy}`].includes(attribute))?.value;
    const slug = taxonomy ? told?.toLowerCase().replaceAll(" ", "-") : told;
    if (slug === undefined && own === null) return "missing";
    if (slug !== undefined && (own === null ? !Object.keys(terms).includes(slug) : slug !== own)) return "invalid";
    chosen[name] = slug ?? own!;
  }
  return chosen;
}
