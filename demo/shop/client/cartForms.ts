import type { CartClient } from "./cartClient.ts";
import { failureText, toast } from "./toast.ts";

/** Quantity and remove buttons, wherever a section is rendered anew; without this script the forms work by themselves. */
export function wireCartForms(cart: CartClient): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.dataset.cart) return;
    event.preventDefault();
    const fields = new FormData(form, event.submitter);
    const body = { key: fields.get("key"), ...(fields.has("quantity") && { quantity: Number(fields.get("quantity")) }) };
    void cart.change(form.dataset.cart, body).then((outcome) => {
      if (!outcome.ok) toast(outcome.message ?? failureText("failed"));
    });
  });
}
