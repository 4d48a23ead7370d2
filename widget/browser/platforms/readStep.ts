import type { Placement } from "../../types/offer.ts";
import type { PageMarkup } from "./readPageMarkup.ts";

/** The step the page stands for, as `data-goeswith-step` says; an unknown word there: none. Without that, as `other` guesses. */
export function readStep(other?: Pick<PageMarkup, "step">, isProduct = false): Placement | undefined {
  const told = document.querySelector("[data-goeswith-step]")?.getAttribute("data-goeswith-step");
  if (told === undefined) return other?.step(isProduct);
  return /^(product|cart|checkout|confirmation)$/.test(`${told}`) ? (told as Placement) : undefined;
}
