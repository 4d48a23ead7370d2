import type { CartClient, Outcome, ShopCart } from "./cartClient.ts";

interface Item {
  readonly product: string;
  readonly variant?: string;
  readonly quantity: number;
  readonly boundTo?: string;
}

const asItem = ({ product, variant, quantity, boundTo }: Item): Item => ({
  product,
  quantity,
  ...(variant && { variant }),
  ...(boundTo && { boundTo }),
});

/** How the widget reads and writes this shop. */
export function createAdapter(cart: CartClient): object {
  return {
    readCart: async (signal: AbortSignal) => withMoney(await cart.read(signal)),
    add: (item: Item): Promise<Outcome> => cart.change("add", asItem(item)),
    swap: (key: string, item: Item): Promise<Outcome> => cart.change("swap", { ...asItem(item), key }),
    setQuantity: (key: string, quantity: number): Promise<Outcome> => cart.change("quantity", { key, quantity }),
    remove: (key: string): Promise<Outcome> => cart.change("remove", { key }),
    async products(ids: readonly string[], signal: AbortSignal): Promise<unknown> {
      const response = await fetch(`/api/products?ids=${ids.map(encodeURIComponent).join(",")}`, { signal });
      return ((await response.json()) as { products: unknown }).products;
    },
  };
}

function withMoney({ currency, total, lines }: ShopCart): object {
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const money = (amount: number) => ({ minor: Math.round(amount * 10 ** digits), currency });
  return {
    currency,
    total: money(total),
    lines: lines.map(({ price, ...line }) => ({ ...line, ...(price !== undefined && { price: money(price) }) })),
  };
}
