import type { Placement } from "../../../types/offer.ts";

/** The step of a page that does not say, from its markup, its address and whether it is about a product. */
export function guessStep(isProduct: boolean): Placement | undefined {
  const is = (address: RegExp) => address.test(location.pathname);
  if (document.querySelector('script[data-goeswith="order"]') || is(/\/(thank|success|order-received|confirmation)/i))
    return "confirmation";
  // Before the checkout, because some shops keep their cart at `/checkout/cart`.
  if (is(/\/(cart|basket|bag|koszyk|korzina|cesta|panier|warenkorb)(\.\w+)?\/?$/i)) return "cart";
  if (is(/\/(checkout|order|zamowienie|oformlenie)\b/i)) return "checkout";
  return isProduct ? "product" : undefined;
}
