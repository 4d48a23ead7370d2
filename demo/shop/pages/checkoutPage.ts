import { goodsTotal } from "../cart/createCarts.ts";
import type { Recipient } from "../cart/createOrders.ts";
import type { DeliveryId } from "../cart/deliveries.ts";
import { deliveriesFor } from "../cart/deliveries.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { summarySection } from "./cartSections.ts";
import { icons } from "./icons.ts";
import { layout } from "./layout.ts";
import type { PageContext } from "./pageContext.ts";
import type { TextName } from "../texts/shopTexts.ts";
import { put } from "../texts/put.ts";
import { showPrice } from "./showPrice.ts";

/** Fields of the form in their order: name, which its label has too, autocomplete token, type. */
export const recipientFields: readonly (readonly [name: keyof Recipient & TextName, token: string, type: string])[] = [
  ["email", "email", "email"],
  ["name", "name", "text"],
  ["street", "street-address", "text"],
  ["postcode", "postal-code", "text"],
  ["city", "address-level2", "text"],
];

/**
 * Contact and delivery, then the summary with the bump's place below it, then payment. On wide pages the summary is a column of
 * its own that ends with the place; on phones the place lies below the contact fields, out of the first screen.
 */
export function checkoutPage(context: PageContext, filled: Partial<Recipient> = {}, missing: readonly string[] = []): string {
  const { texts } = context.switches.language;
  const main = html`<form class="checkout" method="post" action="/checkout" data-checkout>
    <div class="checkout-contact">
      <h1>${texts.checkout}</h1>
      ${missing.length > 0 && html`<p class="refusal" role="alert">${put(texts.fillIn, { fields: missing.join(", ") })}</p>`}
      <fieldset class="panel fields">
        <legend>${texts.whereTo}</legend>
        ${recipientFields.map(([name, token, type]) => field({ name, label: texts[name], token, type, value: filled[name] ?? "" }))}
      </fieldset>
      ${deliveryFields(context)}
    </div>
    <aside class="checkout-summary" aria-label="${texts.orderSummary}">
      <div class="panel">
        <h2>${texts.yourOrder}</h2>
        <div data-section="summary">${summarySection(context)}</div>
      </div>
      <goes-with placement="checkout"></goes-with>
    </aside>
    <div class="checkout-payment">
      ${paymentFields(context)}
      <button class="button wide big">${texts.place}</button>
      <p class="note">${icons.lock} ${texts.noPayment}</p>
    </div>
  </form>`;
  return layout(context, { title: texts.checkout, step: "checkout", main });
}

function field({ name, label, token, type, value }: { name: string; label: string; token: string; type: string; value: string }): Html {
  return html`<label class="field ${name}"
    ><span>${label}</span><input name="${name}" type="${type}" autocomplete="${token}" value="${value}" required
  /></label>`;
}

/** What a way of delivery is called, and how long it takes. */
const DELIVERY: Readonly<Record<DeliveryId, readonly [title: TextName, when: TextName]>> = {
  standard: ["standard", "standardWhen"],
  express: ["express", "expressWhen"],
  "pick-up": ["pickUp", "pickUpWhen"],
};

function deliveryFields({ front, cart, switches }: PageContext): Html {
  const { texts } = switches.language;
  return html`<fieldset class="panel choices">
    <legend>${texts.delivery}</legend>
    ${deliveriesFor(goodsTotal(cart)).map(
      ({ id, price }) =>
        html`<label class="choice">
          <input type="radio" name="delivery" value="${id}" ${id === cart.delivery && html`checked`} />
          <span>${texts[DELIVERY[id][0]]}<small>${texts[DELIVERY[id][1]]}</small></span
          ><b>${price ? showPrice(front, price) : texts.free}</b>
        </label>`,
    )}
  </fieldset>`;
}

function paymentFields({ switches }: PageContext): Html {
  const { texts } = switches.language;
  return html`<fieldset class="panel choices" data-payment>
    <legend>${texts.payment}</legend>
    <label class="choice"
      ><input type="radio" name="payment" value="card" checked /><span>${texts.card}<small>${texts.cardWhen}</small></span></label
    >
    <div class="fields card-fields">
      <label class="field"
        ><span>${texts.cardNumber}</span
        ><input name="card-number" inputmode="numeric" autocomplete="cc-number" placeholder="0000 0000 0000 0000"
      /></label>
      <label class="field half"
        ><span>${texts.cardExpiry}</span><input name="card-expiry" inputmode="numeric" autocomplete="cc-exp" placeholder="MM / YY"
      /></label>
      <label class="field half"
        ><span>${texts.cardCode}</span><input name="card-code" inputmode="numeric" autocomplete="cc-csc" placeholder="000"
      /></label>
    </div>
    <label class="choice"
      ><input type="radio" name="payment" value="account" /><span>${texts.account}<small>${texts.accountWhen}</small></span></label
    >
  </fieldset>`;
}
