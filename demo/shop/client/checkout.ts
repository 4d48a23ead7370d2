import type { CartClient } from "./cartClient.ts";

/** A chosen delivery changes the sum; only the summary is rendered anew, what was filled in stays. */
export function wireCheckout(cart: CartClient): void {
  document.querySelector("[data-checkout]")?.addEventListener("change", (event) => {
    const field = event.target as HTMLInputElement;
    if (field.name === "delivery") void cart.change("delivery", { delivery: field.value });
  });
}
