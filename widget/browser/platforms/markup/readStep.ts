import type { Placement } from "../../../types/offer.ts";
import type { PageMarkup } from "./readPageMarkup.ts";

/** The step the page stands for, as `data-goeswith-step` says; an unknown word there: none. Without that, as `other` guesses. */
export function readStep(other: PageMarkup | undefined, isProduct: boolean): Placement | undefined {
  const marked = document.querySelector<HTMLElement>("[data-goeswith-step]");
  if (!marked) return other?.step(isProduct);
  const told = marked.dataset.goeswithStep!;
  return /^(product|cart|checkout|confirmation)$/.test(told) ? (told as Placement) : undefined;
}
