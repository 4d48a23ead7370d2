import { findMarked } from "./findMarked.ts";

/** A product in other words than ours, or a list of marked ones. */
const PRODUCT = '[data-goeswith-product],[type*="ld+json"],[itemtype*=Product],[property^="product:"]';

/** Whether the page says its step and its product in so many words of ours, so that nothing has to be guessed or made out. */
export function isTold(): boolean {
  return !!document.querySelector("[data-goeswith-step]") && (!!findMarked() || !document.querySelector(PRODUCT));
}
