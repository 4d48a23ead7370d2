import type { MoreWords } from "../lib/shape.ts";

/** The share of visits that see no offers, or who tells it. */
export function holdoutField<S>({ choice, either, number }: MoreWords<S>): S {
  return either(choice("auto"), number(0, 1));
}
