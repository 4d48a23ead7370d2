import type { Cart, Line } from "../../types/cart.ts";
import type { ModelPart } from "../model/createModel.ts";

/** The cart with catalogue ids: a shop's cart may name the SKU or the variant where the catalogue names the product. */
export function resolveCart(cart: Cart, part: ModelPart): Cart {
  return { ...cart, lines: cart.lines.map((line) => resolveLine(line, part)) };
}

function resolveLine(line: Line, part: ModelPart): Line {
  const product = part.resolve(line.product);
  if (product === line.product) return line;
  const isVariant = part.product(product)?.variants?.some(({ id }) => id === line.product);
  return { ...line, product, ...(isVariant && line.variant === undefined && { variant: line.product }) };
}
