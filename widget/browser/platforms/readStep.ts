import type { Placement } from "../../types/offer.ts";

/** The cart's address comes before the checkout's, because some shops keep theirs at `/checkout/cart`. */
const ADDRESSES: readonly (readonly [Placement, RegExp])[] = [
  ["confirmation", /\/(thank|success|order-received|confirmation)/i],
  ["cart", /\/(cart|basket|bag|koszyk|korzina|cesta|panier|warenkorb)(\.\w+)?\/?$/i],
  ["checkout", /\/(checkout|order|zamowienie|oformlenie)\b/i],
];

/** The step the page stands for: as `data-goeswith-step` says (an unknown word there: none), else guessed from markup, address and product. */
export function readStep(isProduct = false): Placement | undefined {
  const told = document.querySelector<HTMLElement>("[data-goeswith-step]")?.dataset.goeswithStep;
  if (told !== undefined) return /^(product|cart|checkout|confirmation)$/.test(told) ? (told as Placement) : undefined;
  if (document.querySelector('script[data-goeswith="order"]')) return "confirmation";
  return ADDRESSES.find(([, address]) => address.test(location.pathname))?.[0] ?? (isProduct ? "product" : undefined);
}
