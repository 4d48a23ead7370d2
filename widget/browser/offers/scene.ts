import type { Line } from "../../types/cart.ts";
import type { Money } from "../../types/money.ts";
import type { For, OfferContext } from "../../types/offer.ts";
import type { ProductId, VariantId } from "../../types/product.ts";
import { attributesOf } from "../lib/attributesOf.ts";
import type { Seat } from "./compatible.ts";
import { priceOf } from "./priceOf.ts";

/** One thing that offers can be made for: a line, or the product in view, with all that is known of it. */
export interface Target extends Seat {
  readonly for: For;
  readonly id: ProductId;
  readonly variant?: VariantId;
  readonly line?: Line;
  readonly price?: Money;
  readonly title?: string;
}

/** The cart's lines and the product in view as targets; an unknown product stands as its bare id. */
export interface Scene {
  readonly targets: readonly Target[];
  at(what: For): Target | undefined;
}

export function createScene({ cart, page, products }: OfferContext): Scene {
  const lines = cart.lines.map((line): Target => {
    const product = products.get(line.product) ?? { id: line.product, title: line.title ?? line.product };
    const price = line.price ?? priceOf(product, line.variant);
    return {
      for: { line: line.key },
      id: line.product,
      line,
      product,
      attributes: { ...attributesOf(product, line.variant), ...line.options },
      title: line.title ?? product.title,
      ...(line.variant !== undefined && { variant: line.variant }),
      ...(price && { price }),
    };
  });
  const targets = [...lines, ...inView(page, products)];
  return {
    targets,
    at: (what) => targets.find((target) => ("line" in what ? target.line?.key === what.line : !target.line && target.id === what.product)),
  };
}

function inView({ view, variant }: OfferContext["page"], products: OfferContext["products"]): readonly Target[] {
  if (!view) return [];
  const product = { ...products.get(view.id), ...view };
  const price = priceOf(product, variant);
  return [
    {
      for: { product: view.id },
      id: view.id,
      product,
      attributes: attributesOf(product, variant),
      title: product.title,
      ...(variant !== undefined && { variant }),
      ...(price && { price }),
    },
  ];
}
