import type { Placement } from "../../../types/offer.ts";
import type { Anchor } from "../../../types/platform.ts";
import { guessProduct } from "./guessProduct.ts";
import { guessStep } from "./guessStep.ts";
import { guessAnchors } from "./guessAnchors.ts";
import type { readMarked } from "./readMarked.ts";
import { readCartElements, type Written } from "./readCartElements.ts";

/** What a page tells in other words than ours. */
export interface PageMarkup {
  product(): ReturnType<typeof readMarked>;
  step(isProduct: boolean): Placement | undefined;
  anchors(): readonly Anchor[];
  cart(): Written;
}

export const readPageMarkup: PageMarkup = { product: guessProduct, step: guessStep, anchors: guessAnchors, cart: readCartElements };
