import type { LayoutProps, OfferView } from "../../../types/layout.ts";
import { failureText } from "./failureText.ts";
import { fill } from "../texts/fill.ts";

/** What a screen reader is told when `before` became `after`: the outcome of the last action; `""` while one is under way, `undefined`: nothing new. */
export function statusText(before: LayoutProps, after: LayoutProps): string | undefined {
  const { texts } = after;
  const say = (view: Pick<OfferView, "state" | "message" | "reason">, done: string) =>
    // Only an undone offer becomes ready again.
    ({ done, failed: failureText(view, after), declined: texts.declined, thanked: texts.thanks, ready: texts.undone, working: "" })[
      view.state
    ];
  for (const view of after.offers) {
    const { id, product } = view.offer;
    const old = before.offers.find(({ offer }) => offer.id === id);
    if (old && old.state !== view.state) return say(view, fill(texts, "addedProduct", { product: product.title }));
  }
  if (after.view && before.view && after.view.state !== before.view.state)
    return say(after.view, fill(texts, "addedProduct", { product: after.view.product.title }));
  for (const view of after.misfits) {
    const old = before.misfits.find(({ misfit }) => misfit.line.key === view.misfit.line.key);
    if (old && old.state !== view.state) return say(view, texts.settled);
  }
  return undefined;
}
