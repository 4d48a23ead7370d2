import type { ShopFault } from "../fakeShop.ts";
import { CATALOGUE, keyOf, numberedOf, optionOf, type Row } from "./catalogue.ts";

/** What the storefront's server answers. */
export interface Answer {
  readonly status: number;
  /** Text is markup, all else JSON. */
  readonly body: unknown;
}

export interface Server {
  rows(): readonly Row[];
  put(rows: readonly Row[]): void;
  currency(): string;
  trade(currency: string): void;
  /** What becomes of the next write. */
  fail(fault: ShopFault | undefined): void;
  /** `undefined`: the network is dead. */
  answer(method: string, url: URL, sent: string | undefined): Answer | undefined;
  cart(): ReturnType<typeof cartOf>;
}

/** The Ajax API as its documents and the themes that use it tell of it. `draw`: markup of a section. */
export function createServer(draw: (section: string, rows: readonly Row[]) => string | null): Server {
  let rows: readonly Row[] = [];
  let currency = "USD";
  let fault: ShopFault | undefined;
  const put = (next: readonly Row[]) => (rows = next.filter(({ quantity }) => quantity > 0));
  const cart = () => cartOf(rows, currency);
  const withSections = (sections: readonly string[] | undefined) => ({
    ...cart(),
    ...(sections && { sections: Object.fromEntries(sections.map((name) => [name, draw(name, rows)])) }),
  });

  const add = ({ items: [item] = [] }: AddBody, failed: ShopFault | undefined): Answer => {
    const found = CATALOGUE.find(({ variant }) => variant === item?.id);
    if (!found || !item) return { status: 404, body: { status: 404, message: "Cart Error", description: "Cannot find variant" } };
    if (failed === "refused") return { status: 429, body: TOO_MANY };
    if (failed === "sold-out") return { status: 422, body: SOLD_OUT };
    const there = rows.find(({ good }) => numberedOf(good) === found);
    const more = (row: Row) => (row === there ? { ...row, quantity: row.quantity + item.quantity } : row);
    put(there ? rows.map(more) : [...rows, { good: found.good, quantity: item.quantity }]);
    if (failed === "although") return { status: 422, body: SOLD_OUT };
    return { status: 200, body: { items: cart().items.filter(({ variant_id }) => variant_id === found.variant) } };
  };
  const change = ({ id, line, quantity, sections }: ChangeBody): Answer => {
    const there = rows.find((row, at) => keyOf(row.good) === id || at + 1 === line);
    const nothing = "no valid id or line parameter";
    if (!there) return { status: 400, body: { status: "bad_request", message: nothing, description: nothing } };
    put(rows.map((row) => (row === there ? { ...row, quantity } : row)));
    return { status: 200, body: withSections(sections) };
  };
  return {
    rows: () => rows,
    put,
    currency: () => currency,
    trade: (next) => (currency = next),
    fail: (next) => (fault = next),
    cart,
    answer(method, { pathname, searchParams }, sent) {
      const failed = method === "POST" ? fault : undefined;
      if (failed) fault = undefined;
      if (failed === "dead") return undefined;
      if (failed === "html") return { status: 200, body: "<!doctype html><title>One moment</title>" };
      const body: unknown = sent === undefined ? {} : JSON.parse(sent);
      if (pathname === "/cart/add.js") return add(body as AddBody, failed);
      if (pathname === "/cart/change.js") return change(body as ChangeBody);
      if (pathname === "/cart/update.js") return { status: 200, body: cart() };
      if (pathname === "/cart.js") return { status: 200, body: withSections(searchParams.get("sections")?.split(",")) };
      if (pathname === "/recommendations/products.json") return { status: 200, body: relatedOf(searchParams) };
      return { status: 404, body: {}, ...productOf(/^\/products\/([^/]+)\.js$/.exec(pathname)?.[1]) };
    },
  };
}

interface AddBody {
  readonly items?: readonly { readonly id: number; readonly quantity: number }[];
}

interface ChangeBody {
  readonly id?: string;
  readonly line?: number;
  readonly quantity: number;
  readonly sections?: readonly string[];
}

const SOLD_OUT = { status: 422, message: "Cart Error", description: "The product &#39;Tea towel&#39; is already sold out." };
const TOO_MANY = { status: 429, message: "Too many attempts", description: "Too many attempts, try again later." };

function cartOf(rows: readonly Row[], currency: string) {
  const items = rows.map(({ good, quantity }) => {
    const { id, variant } = numberedOf(good);
    const line = good.price * quantity;
    return {
      ...{ id: variant, variant_id: variant, product_id: id, key: keyOf(good), quantity, handle: good.product, sku: good.variant ?? null },
      ...{ title: good.variant ? `${good.title} - ${optionOf(good)}` : good.title, product_title: good.title },
      ...{ price: good.price, original_price: good.price, final_price: good.price, line_price: line, final_line_price: line },
      ...{
        product_has_only_default_variant: !good.variant,
        gift_card: false,
        properties: {},
        url: `/products/${good.product}?variant=${variant}`,
      },
      options_with_values: [good.variant ? { name: "Colour", value: optionOf(good) } : { name: "Title", value: "Default Title" }],
    };
  });
  let [total, count] = [0, 0];
  for (const { line_price, quantity } of items) [total, count] = [total + line_price, count + quantity];
  return { token: "Z2NwLXVzLWVhc3Qx", note: "", attributes: {}, total_price: total, total_discount: 0, item_count: count, items, currency };
}

function productOf(handle: string | undefined): Answer | undefined {
  const kin = CATALOGUE.filter(({ good }) => good.product === handle);
  const [first] = kin;
  if (!first) return undefined;
  const isOnly = kin.length === 1;
  const { title, price } = first.good;
  const values = kin.map(({ good }) => (isOnly ? "Default Title" : optionOf(good)));
  const body = {
    ...{ id: first.id, title, handle, price, available: true, vendor: "Lumen", type: "Home", tags: [], url: `/products/${handle}` },
    ...{ featured_image: "//cdn.example/picture.jpg", requires_selling_plan: false },
    options: [{ name: isOnly ? "Title" : "Colour", position: 1, values }],
    variants: kin.map(({ good, variant: id }, at) => ({
      ...{ id, title: values[at], options: [values[at]], sku: good.variant ?? null, price: good.price, available: true },
      quantity_rule: { min: 1, max: null, increment: 1 },
    })),
  };
  return { status: 200, body };
}

/** A towel goes with a mug. Only what is alike is made out by Shopify itself. */
function relatedOf(asked: URLSearchParams): unknown {
  const isMug = asked.get("product_id") === "7001";
  const handle = asked.get("intent") === "complementary" ? "tea-towel" : "wool-scarf";
  return { intent: asked.get("intent"), products: isMug ? [productOf(handle)?.body] : [] };
}
