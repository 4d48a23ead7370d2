import { createAdapter } from "./adapter.ts";
import { createCartClient } from "./cartClient.ts";
import { replayConsent, wireConsent } from "./consent.ts";
import { wireCartForms } from "./cartForms.ts";
import { wireCheckout } from "./checkout.ts";
import { wireDrawer } from "./drawer.ts";
import { goesWith } from "./goesWith.ts";
import { wireProductForm } from "./productForm.ts";
import { keepSwitches } from "./switches.ts";

/** Stands in the head, before the widget's tag: what is said to the widget now waits in its queue. */
const cart = createCartClient();
goesWith("start", { platform: createAdapter(cart) });
replayConsent();

document.addEventListener("DOMContentLoaded", () => {
  const drawer = wireDrawer();
  wireCartForms(cart);
  wireProductForm(cart, drawer);
  wireCheckout(cart);
  wireConsent();
  keepSwitches();
  cart.follow();
});
