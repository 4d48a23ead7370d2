import type { ComponentChild } from "preact";
import type { Product } from "../../../types/product.ts";
import type { Texts } from "../../../types/texts.ts";
import { fillForms } from "../texts/fillForms.ts";

/** "★ 4.6 (213)", read out as "4.6 of 5 from 213 reviews". */
export function Stars(stars: string, { rating }: Product, texts: Texts): ComponentChild {
  // The later texts may still be on their way.
  if (!texts.rating) return stars;
  return (
    <i role="img" aria-label={fillForms(texts, "rating", { ...rating })}>
      {stars}
    </i>
  );
}
