import { html } from "../html.ts";
import { cartSection } from "./cartSections.ts";
import { layout } from "./layout.ts";
import type { PageContext } from "./pageContext.ts";

export function cartPage(context: PageContext): string {
  return layout(context, {
    title: context.switches.language.texts.yourCart,
    step: "cart",
    main: html`<div class="cart-page" data-section="cart">${cartSection(context)}</div>`,
  });
}
