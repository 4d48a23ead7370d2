import type { ViewItem } from "../../types/layout.ts";
import { priceOf } from "../offers/priceOf.ts";
import type { Stage } from "./stage.ts";

/** The product in view with what became of it. The catalogue knows it best, the page knows what it costs. */
export function viewOf({ findings, world, views }: Pick<Stage, "findings" | "world" | "views">): ViewItem | undefined {
  const { cart, page, products } = findings?.context ?? {};
  const { view, variant } = page ?? {};
  if (!view) return undefined;
  const { id } = view;
  const product = world.live.correct({ ...view, ...products?.get(id), ...(view.price && { price: view.price }) });
  const price = product.available !== false && priceOf(product, variant);
  return {
    state: "ready",
    ...views.get(id),
    product,
    inCart: !!cart?.lines.some((line) => line.product === id && (!variant || !line.variant || line.variant === variant)),
    ...(variant !== undefined && { variant }),
    ...(price && { price }),
  };
}
