import type { Placement } from "../../types/offer.ts";
import { guessProduct, type Guess } from "./guessProduct.ts";
import { guessStep } from "./guessStep.ts";
import { readCartElements, type Written } from "./readCartElements.ts";

/** What a page tells in other words than ours. */
export interface PageMarkup {
  product(): Guess;
  step(isProduct: boolean): Placement | undefined;
  cart(): Written;
}

export const readPageMarkup: PageMarkup = { product: guessProduct, step: guessStep, cart: readCartElements };
