import type { Order } from "../cart/createOrders.ts";
import { html, jsonBlock } from "../html.ts";
import { orderData } from "./cartData.ts";
import { summarySection } from "./cartSections.ts";
import { icons } from "./icons.ts";
import { layout } from "./layout.ts";
import { put } from "../texts/put.ts";
import type { PageContext } from "./pageContext.ts";

export function thanksPage(context: PageContext, order: Order): string {
  const { texts } = context.switches.language;
  const { name, email, street, postcode, city } = order.recipient;
  const main = html`<section class="thanks">
    <span class="thanks-mark">${icons.check}</span>
    <h1>${put(texts.thanksName, { name: name.split(" ")[0] ?? "" })}</h1>
    <p>${put(texts.orderTaken, { id: order.id, email })}</p>
    <div class="thanks-panels">
      <div class="panel">
        <h2>${texts.yourOrder}</h2>
        ${summarySection({ ...context, cart: order.cart })}
      </div>
      <div class="panel">
        <h2>${texts.goingTo}</h2>
        <p>${name}<br />${street}<br />${postcode} ${city}</p>
        <a class="button quiet" href="/">${texts.backToShop}</a>
      </div>
    </div>
  </section>`;
  const head = jsonBlock(html`type="application/json" data-goeswith="order"`, orderData(context.front, order));
  return layout(context, { title: texts.thanks, step: "confirmation", main, head });
}
