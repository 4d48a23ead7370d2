import { goodsTotal } from "../cart/createCarts.ts";
import type { Recipient } from "../cart/createOrders.ts";
import { deliveriesFor } from "../cart/deliveries.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { summarySection } from "./cartSections.ts";
import { icons } from "./icons.ts";
import { layout } from "./layout.ts";
import type { PageContext } from "./pageContext.ts";
import { showPrice } from "./showPrice.ts";

/** Fields of the form in their order: name, label, autocomplete token, type. */
export const recipientFields: readonly (readonly [name: keyof Recipient, label: string, token: string, type: string])[] = [
  ["email", "E-mail", "email", "email"],
  ["name", "Name", "name", "text"],
  ["street", "Street and number", "street-address", "text"],
  ["postcode", "Postcode", "postal-code", "text"],
  ["city", "Town", "address-level2", "text"],
];

/**
 * Contact and delivery, then the summary with the bump's place below it, then payment. On wide pages the summary is a column of
 * its own that ends with the place; on phones the place lies below the contact fields, out of the first screen.
 */
export function checkoutPage(context: PageContext, filled: Partial<Recipient> = {}, missing: readonly string[] = []): string {
  const main = html`<form class="checkout" method="post" action="/checkout" data-checkout>
    <div class="checkout-contact">
      <h1>Checkout</h1>
      ${missing.length > 0 && html`<p class="refusal" role="alert">Please fill in: ${missing.join(", ")}.</p>`}
      <fieldset class="panel fields">
        <legend>Where to</legend>
        ${recipientFields.map(([name, label, token, type]) => field({ name, label, token, type, value: filled[name] ?? "" }))}
      </fieldset>
      ${deliveryFields(context)}
    </div>
    <aside class="checkout-summary" aria-label="Order summary">
      <div class="panel">
        <h2>Your order</h2>
        <div data-section="summary">${summarySection(context)}</div>
      </div>
      <goes-with placement="checkout"></goes-with>
    </aside>
    <div class="checkout-payment">
      ${paymentFields()}
      <button class="button wide big">Place the order</button>
      <p class="note">${icons.lock} A pretend shop: no payment is made, nothing is sent.</p>
    </div>
  </form>`;
  return layout(context, { title: "Checkout", step: "checkout", main });
}

function field({ name, label, token, type, value }: { name: string; label: string; token: string; type: string; value: string }): Html {
  return html`<label class="field ${name}"
    ><span>${label}</span><input name="${name}" type="${type}" autocomplete="${token}" value="${value}" required
  /></label>`;
}

function deliveryFields({ front, cart }: PageContext): Html {
  return html`<fieldset class="panel choices">
    <legend>Delivery</legend>
    ${deliveriesFor(goodsTotal(cart)).map(
      ({ id, title, when, price }) =>
        html`<label class="choice">
          <input type="radio" name="delivery" value="${id}" ${id === cart.delivery && html`checked`} />
          <span>${title}<small>${when}</small></span
          ><b>${price ? showPrice(front, price) : "Free"}</b>
        </label>`,
    )}
  </fieldset>`;
}

function paymentFields(): Html {
  return html`<fieldset class="panel choices" data-payment>
    <legend>Payment</legend>
    <label class="choice"
      ><input type="radio" name="payment" value="card" checked /><span>Card<small>Charged when the parcel leaves</small></span></label
    >
    <div class="fields card-fields">
      <label class="field"
        ><span>Card number</span><input name="card-number" inputmode="numeric" autocomplete="cc-number" placeholder="0000 0000 0000 0000"
      /></label>
      <label class="field half"
        ><span>Valid until</span><input name="card-expiry" inputmode="numeric" autocomplete="cc-exp" placeholder="MM / YY"
      /></label>
      <label class="field half"
        ><span>Security code</span><input name="card-code" inputmode="numeric" autocomplete="cc-csc" placeholder="000"
      /></label>
    </div>
    <label class="choice"
      ><input type="radio" name="payment" value="account" /><span>On account<small>Within 14 days</small></span></label
    >
  </fieldset>`;
}
