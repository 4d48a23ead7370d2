import { loadInto, putInto } from "./loadInto.ts";
import type { Routes } from "./readRoutes.ts";

/** Brings the order that a checkout shows up to date. The shop forgets the delivery and the payment chosen whenever the cart changes. */
export async function drawCheckout(routes: Routes): Promise<void> {
  await (routes.isFour ? confirmAnew(routes) : stepBack(routes));
}

/** OpenCart 4: the summary beside the fields. Without a payment its button is disabled, and the fields must not name what was chosen before. */
async function confirmAnew({ to }: Routes): Promise<void> {
  const summary = document.querySelector("#checkout-confirm");
  if (!summary) return;
  await loadInto(summary, to("checkout/confirm", "confirm"));
  if (!summary.querySelector("button[disabled]")) return;
  for (const field of document.querySelectorAll<HTMLInputElement>("#input-shipping-method,#input-payment-method")) field.value = "";
}

/** The steps of OpenCart 2 and 3 that a change of the cart undoes, with the routes that draw them. */
const STEPS = ["shipping_method", "payment_method", "confirm"] as const;

/**
 * OpenCart 2 and 3: the last step has made the order already, so one that was changed afterwards must be confirmed anew: back to the first
 * step that counts, if the shopper has come so far.
 */
async function stepBack({ to }: Routes): Promise<void> {
  const panels = STEPS.flatMap((step) => {
    const name = step === "confirm" ? "checkout-confirm" : step.replace("_", "-");
    const body = document.querySelector<HTMLElement>(`#collapse-${name} .panel-body`);
    return body ? [{ step, name, body }] : [];
  });
  const at = panels.findIndex(({ body }) => [...body.children].some(({ localName }) => localName !== "goes-with-offers"));
  const first = panels[at];
  if (!first) return;
  for (const { body } of panels.slice(at + 1)) {
    putInto(body, []);
    const title = body.closest(".panel")?.querySelector(".panel-title");
    if (title) title.textContent = title.textContent.trim();
  }
  await loadInto(first.body, to(`checkout/${first.step}`));
  const isOpen = first.body.parentElement?.classList.contains("in");
  if (!isOpen) document.querySelector<HTMLElement>(`a[href="#collapse-${first.name}"]`)?.click();
}
