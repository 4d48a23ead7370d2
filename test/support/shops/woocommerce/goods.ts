import type { FakeShop, Good } from "../fakeShop.ts";
import type { Row } from "./createServer.ts";

export const goods = {
  plain: { product: "13", title: "T-Shirt", price: 1800 },
  other: { product: "14", title: "Beanie", price: 1500 },
  /** A line of WooCommerce names the variation alone. */
  variant: { product: "34", title: "Hoodie – Logo", price: 4500 },
} as const satisfies Readonly<Record<string, Good>>;

const all: readonly Good[] = Object.values(goods);

export const goodOf = (id: number): Good => all.find(({ product }) => product === `${id}`)!;

export const rowOf = ({ good, quantity }: Parameters<FakeShop["put"]>[0][number]): Row => ({
  id: Number(good.product),
  quantity,
  chosen: good === goods.variant ? { Color: "blue", Logo: "Yes" } : {},
});
