import type { Good, ShopFault } from "../fakeShop.ts";

/** The shop's origin, as its pages name it. */
export const ORIGIN = "http://localhost:8301";
export const CART = `${ORIGIN}/index.php?controller=cart`;
export const ORDER = `${ORIGIN}/index.php?controller=order`;
export const BLOCKCART = `${ORIGIN}/index.php?fc=module&module=ps_shoppingcart&controller=ajax`;

export interface Piece {
  readonly good: Good;
  readonly quantity: number;
}

export interface ServerOptions {
  readonly goods: readonly Good[];
  /** Draws the theme's parts of the cart. */
  draw(part: "rows" | "totals" | "count" | "modal", cart: ServerCart): string;
}

/** The cart as the server presents it. */
export interface ServerCart {
  readonly lines: readonly Piece[];
  readonly token: string;
  text(minor: number): string;
}

/** A PrestaShop 8 behind its cart controller and ps_shoppingcart, answering as real ones were seen to do. */
export function createServer({ goods, draw }: ServerOptions) {
  let lines: readonly Piece[] = [];
  let currency = "USD";
  let fault: ShopFault | undefined;
  let tokens = 1;

  const token = () => `ad036d0ed99a8cbd03bd8b15bf6cef${String(tokens).padStart(2, "0")}`;
  const text = (minor: number) => (currency === "USD" ? `$${(minor / 100).toFixed(2)}` : `${(minor / 100).toFixed(2)} ${currency}`);
  const cart = (): ServerCart => ({ lines, token: token(), text });
  const find = (product: string | null, variant: string | null) => {
    const alike = goods.filter((good) => good.product === product);
    return alike.find((good) => (good.variant ?? "0") === (variant || "0")) ?? alike[0];
  };
  const put = (good: Good, more: number) => {
    const there = lines.find((piece) => piece.good === good);
    const quantity = (there?.quantity ?? 0) + more;
    const rest = lines.filter((piece) => piece !== there);
    lines =
      quantity > 0 ? (there ? lines.map((piece) => (piece === there ? { good, quantity } : piece)) : [...lines, { good, quantity }]) : rest;
  };
  const presentLine = ({ good, quantity }: Piece) => {
    const ids = `id_product=${good.product}&id_product_attribute=${good.variant ?? 0}&token=${token()}`;
    return {
      id: Number(good.product),
      id_product: Number(good.product),
      id_product_attribute: Number(good.variant ?? 0),
      id_customization: null,
      name: good.title,
      quantity,
      minimal_quantity: 1,
      stock_quantity: 300,
      attributes: good.variant ? { Size: "S ", Color: "White" } : [],
      price: text(good.price),
      price_amount: good.price / 100,
      total: text(good.price * quantity),
      add_to_cart_url: `${CART}&add=1&${ids}`,
      remove_from_cart_url: `${CART}&delete=1&${ids}`,
      update_quantity_url: `${CART}&update=1&${ids}`,
    };
  };
  const present = () => {
    const pieces = lines.map(({ quantity }) => quantity).reduce((sum, one) => sum + one, 0);
    const sum = lines.map(({ good, quantity }) => good.price * quantity).reduce((all, one) => all + one, 0);
    const amount = { amount: sum / 100, value: text(sum) };
    return {
      products: lines.map(presentLine),
      totals: { total: { type: "total", label: "Total", ...amount } },
      subtotals: { products: { type: "products", label: "Subtotal", ...amount }, discounts: null },
      products_count: pieces,
      summary_string: `${pieces} items`,
    };
  };
  const refuse = (error: string) => JSON.stringify({ hasError: true, errors: [error], quantity: 0 });

  /** What a write of these fields does; an answer of its own where it is refused. */
  const change = (fields: URLSearchParams): string | undefined => {
    const good = find(fields.get("id_product"), fields.get("id_product_attribute"));
    const now = fault;
    if (now !== "expired" && now !== "locked") fault = undefined;
    if (now === "dead") throw new TypeError("Failed to fetch");
    if (now === "html") return "<!doctype html><html><body><h1>Shop</h1></body></html>";
    if (now === "refused") return refuse("This product (<b>Mug</b>) is no longer available.");
    if (now === "sold-out") return refuse("You can only buy 0 &quot;Mug&quot;. Please adjust the quantity in your cart to continue.");
    if (now === "locked") tokens++;
    if (now === "locked" || (now === "expired" && fields.get("token") !== token()) || !good) return undefined;
    if (fields.has("delete")) put(good, -Infinity);
    else put(good, Number(fields.get("qty") ?? 1) * (fields.get("op") === "down" ? -1 : 1));
    if (now === "although") return refuse("Please fill in all of the required fields, and then save your customizations.");
    return undefined;
  };
  const update = (fields: URLSearchParams) => {
    const own = ["add", "update", "delete"].some((name) => fields.has(name)) ? change(fields) : undefined;
    const good = find(fields.get("id_product"), fields.get("id_product_attribute"));
    const done = lines.find((piece) => piece.good === good);
    const [id_product, id_product_attribute] = [Number(good?.product ?? 0), Number(good?.variant ?? 0)];
    const told = { success: true, id_product, id_product_attribute, id_customization: 0, quantity: done?.quantity ?? 0 };
    return own ?? JSON.stringify({ ...told, cart: present(), errors: "" });
  };
  const refresh = () =>
    JSON.stringify({
      cart_detailed: draw("rows", cart()),
      cart_detailed_totals: draw("totals", cart()),
      cart_summary_products: draw("rows", cart()),
    });
  const block = (fields: URLSearchParams) =>
    JSON.stringify({ preview: draw("count", cart()), modal: fields.get("action") === "add-to-cart" ? draw("modal", cart()) : null });

  return {
    put(next: readonly Piece[]) {
      lines = next;
    },
    lines: () => lines,
    currency: () => currency,
    trade: (next: string) => void (currency = next),
    fail(next: ShopFault | undefined) {
      fault = next;
      if (next === "expired") tokens++;
    },
    token,
    present,
    cart,
    /** @throws when the network is dead. */
    answer(address: string, sent = ""): string | undefined {
      const fields = new URLSearchParams(`${new URL(address, ORIGIN).search.slice(1)}&${sent}`);
      const controller = fields.get("controller");
      if (controller === "cart" && fields.get("action") === "update") return update(fields);
      if (controller === "cart" && fields.get("action") === "refresh") return refresh();
      return fields.get("module") === "ps_shoppingcart" ? block(fields) : undefined;
    },
  };
}

export type Server = ReturnType<typeof createServer>;
