import type { Cart, Line } from "../../widget/types/cart.ts";
import type { AddRequest, PageContext, PlacedOrder, Platform, WriteResult } from "../../widget/types/platform.ts";
import type { Product } from "../../widget/types/product.ts";

/**
 * What goes wrong with one call. `refuse`: sold out, nothing done. `although`: done and yet refused. `lie`: answered ok, nothing done.
 * `throw`: rejects, nothing done. `late`: done, but the answer is lost. `hang`: never settles, nothing done.
 */
export type FakeFault = "refuse" | "although" | "lie" | "throw" | "late" | "hang";

type Ability = "readCart" | "add" | "swap" | "setQuantity" | "remove";

export interface FakeOptions {
  readonly lines?: readonly Line[];
  readonly currency?: string;
  readonly page?: PageContext;
  /** Abilities the shop does not offer. */
  readonly without?: readonly Ability[];
  /** Every write gives every line another key. */
  readonly newKeys?: boolean;
  /** The shop removes what was bound to a line together with it. */
  readonly takesServices?: boolean;
  readonly products?: readonly Product[];
  readonly order?: PlacedOrder;
  /** Something else that happens in the shop while a call is under way. */
  meanwhile?(call: Ability, shop: FakeShop): void;
}

/** The shop behind the platform. */
export interface FakeShop {
  lines: readonly Line[];
  /** Every call, oldest first: `["add", item]`. Readings are not kept, only counted. */
  readonly calls: (readonly [Ability, ...unknown[]])[];
  readonly reads: () => number;
  /** The next calls of this ability fare like this, one fault each. */
  fault(ability: Ability, ...faults: readonly FakeFault[]): void;
  /** Tells whoever watches. */
  change(what?: "cart" | "page"): void;
  readonly watchers: () => number;
}

/** A platform in memory whose shop can be made to fail. */
export function fakePlatform(options: FakeOptions = {}): Platform & { readonly shop: FakeShop } {
  const faults = new Map<Ability, FakeFault[]>();
  const watchers = new Map<() => void, "cart" | "page">();
  let reads = 0;
  let made = 0;
  const shop: FakeShop = {
    lines: options.lines ?? [],
    calls: [],
    reads: () => reads,
    fault: (ability, ...more) => void faults.set(ability, [...(faults.get(ability) ?? []), ...more]),
    change: (what = "cart") => [...watchers].filter(([, heard]) => heard === what).forEach(([heard]) => heard()),
    watchers: () => watchers.size,
  };

  async function write(ability: Ability, given: readonly unknown[], work: () => boolean): Promise<WriteResult> {
    shop.calls.push([ability, ...given]);
    const fault = faults.get(ability)?.shift();
    const done = fault === undefined || fault === "although" || fault === "late" ? work() : true;
    if (done && options.newKeys) rename();
    options.meanwhile?.(ability, shop);
    if (fault === "hang") return new Promise(() => {});
    if (fault === "throw" || fault === "late") throw new Error("network");
    if (fault === "refuse" || fault === "although") return { ok: false, reason: "sold-out", message: "Sorry, sold out" };
    return done ? { ok: true } : { ok: false, reason: "refused" };
  }

  const rename = () => {
    const keys = new Map(shop.lines.map(({ key }) => [key, `k${++made}`]));
    shop.lines = shop.lines.map(({ boundTo, ...line }) => {
      const bound = boundTo === undefined ? undefined : (keys.get(boundTo) ?? boundTo);
      return { ...line, key: keys.get(line.key) ?? line.key, ...(bound !== undefined && { boundTo: bound }) };
    });
  };
  const find = (key: string) => shop.lines.find((line) => line.key === key);
  const put = ({ product, variant, quantity, options: chosen, boundTo }: AddRequest): boolean => {
    const there = shop.lines.find((line) => line.product === product && line.variant === variant && line.boundTo === boundTo);
    const line = { product, ...(variant && { variant }), ...(chosen && { options: chosen }), ...(boundTo && { boundTo }) };
    shop.lines = there
      ? shop.lines.map((other) => (other === there ? { ...there, quantity: there.quantity + quantity } : other))
      : [...shop.lines, { ...line, quantity, key: `new${++made}` }];
    return true;
  };
  const drop = (key: string): boolean => {
    const there = find(key);
    shop.lines = shop.lines.filter((line) => line !== there && !(options.takesServices && line.boundTo === key));
    return there !== undefined;
  };

  const { products, order } = options;
  const platform: Platform = {
    name: "fake",
    anchors: [],
    context: () => options.page ?? { locale: "en", currency: "EUR" },
    async readCart(signal) {
      reads++;
      const fault = faults.get("readCart")?.shift();
      options.meanwhile?.("readCart", shop);
      if (fault === "hang") await new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("aborted"))));
      if (fault) throw new Error("network");
      return { currency: options.currency ?? "EUR", lines: shop.lines } satisfies Cart;
    },
    watch(what, heard) {
      watchers.set(heard, what);
      return () => void watchers.delete(heard);
    },
    add: (item) => write("add", [item], () => put(item)),
    swap: (key, item) => write("swap", [key, item], () => drop(key) && put(item)),
    remove: (key) => write("remove", [key], () => drop(key)),
    setQuantity: (key, quantity) =>
      write("setQuantity", [key, quantity], () => {
        const there = find(key);
        shop.lines = shop.lines.map((line) => (line === there ? { ...line, quantity } : line));
        return there !== undefined;
      }),
    ...(products && { products: async () => products }),
    ...(order && { order: () => order }),
  };
  const kept = Object.entries(platform).filter(([name]) => !options.without?.includes(name as Ability));
  return { ...(Object.fromEntries(kept) as unknown as Platform), shop };
}
