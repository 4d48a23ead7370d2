import type { Order } from "../cart/createOrders.ts";
import { html, jsonBlock } from "../html.ts";
import { orderData } from "./cartData.ts";
import { summarySection } from "./cartSections.ts";
import { icons } from "./icons.ts";
import { layout } from "./layout.ts";
import type { PageContext } from "./pageContext.ts";

export function thanksPage(context: PageContext, order: Order): string {
  const { name, email, street, postcode, city } = order.recipient;
  const main = html`<section class="thanks">
    <span class="thanks-mark">${icons.check}</span>
    <h1>Thank you, ${name.split(" ")[0]}</h1>
    <p>Order <strong>${order.id}</strong> is on its way into our hands. We have written to ${email}.</p>
    <div class="thanks-panels">
      <div class="panel">
        <h2>Your order</h2>
        ${summarySection({ ...context, cart: order.cart })}
      </div>
      <div class="panel">
        <h2>Going to</h2>
        <p>${name}<br />${street}<br />${postcode} ${city}</p>
        <a class="button quiet" href="/">Back to the shop</a>
      </div>
    </div>
  </section>`;
  const head = jsonBlock(html`type="application/json" data-goeswith="order"`, orderData(context.front, order));
  return layout(context, { title: "Thank you", step: "confirmation", main, head });
}
