import type { Placement } from "../../types/offer.ts";

/** The step the page stands for: as `data-goeswith-step` says (an unknown word there: none), else guessed from markup, address and product. */
export function readStep(isProduct = false): Placement | undefined {
  const told = document.querySelector<HTMLElement>("[data-goeswith-step]")?.dataset.goeswithStep;
  if (told !== undefined) return /^(product|cart|checkout|confirmation)$/.test(told) ? (told as Placement) : undefined;
  const is = (address: RegExp) => address.test(location.pathname);
  if (document.querySelector('script[data-goeswith="order"]') || is(/\/(thank|success|order-received|confirmation)/i))
    return "confirmation";
  // Before the checkout, because some shops keep their cart at `/checkout/cart`.
  if (is(/\/(cart|basket|bag|koszyk|korzina|cesta|panier|warenkorb)(\.\w+)?\/?$/i)) return "cart";
  if (is(/\/(checkout|order|zamowienie|oformlenie)\b/i)) return "checkout";
  return isProduct ? "product" : undefined;
}
