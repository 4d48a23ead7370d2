import { findMarked } from "./findMarked.ts";

/** A product in other words than ours, or a list of marked ones. */
const PRODUCT = '[data-goeswith-product],script[type^="application/ld+json"],[itemtype*="schema.org/Product"],[property^="product:"]';

/** Whether the page says all it says of step, product and cart in so many words of ours, so that nothing has to be guessed or made out. */
export function isTold(): boolean {
  const has = (selector: string) => !!document.querySelector(selector);
  return (
    has("[data-goeswith-step]") &&
    (!!findMarked() || !has(PRODUCT)) &&
    (has('script[data-goeswith="cart"]') || !has("[data-goeswith-cart]"))
  );
}
