import type { LayoutProps, OfferView } from "../../types/layout.ts";
import { Button } from "./Button.tsx";
import { failureText } from "./failureText.ts";
import type { PartProps } from "./PartProps.ts";
import { fill } from "./texts/fill.ts";

/** What is left of a declined offer: one quiet line, and a question that need not be answered. */
export function Declined({ view: { offer, state }, props: { texts, rate } }: PartProps) {
  const answers = [
    ["have-it", texts.haveIt],
    ["not-for-me", texts.notForMe],
    ["too-dear", texts.tooDear],
    ["does-not-fit", texts.doesNotFit],
  ] as const;
  const asking = state === "declined";
  return (
    <div class="card">
      <p class="why" tabIndex={-1}>
        {asking ? `${texts.declined} ${texts.whyNot}` : texts.thanks}
      </p>
      {asking && (
        <div class="answers">
          {answers.map(([answer, text]) => (
            <Button key={answer} text={text} name={`${text}: ${offer.product.title}`} press={() => rate(offer, answer)} />
          ))}
        </div>
      )}
    </div>
  );
}

/** What a screen reader is told when `before` became `after`: the outcome of the last action; `""` while one is under way, `undefined`: nothing new. */
export function statusText(before: LayoutProps, after: LayoutProps): string | undefined {
  const { texts } = after;
  const say = (view: Pick<OfferView, "state" | "message" | "reason">, done: string) =>
    // Only an undone offer becomes ready again.
    ({ done, failed: failureText(view, after), declined: texts.declined, thanked: texts.thanks, ready: texts.undone, working: "" })[
      view.state
    ];
  for (const view of after.offers) {
    const { id, kind, product } = view.offer;
    const old = before.offers.find(({ offer }) => offer.id === id);
    const done = kind === "up-sell" ? texts.swappedProduct : texts.addedProduct;
    if (old && old.state !== view.state) return say(view, fill(done, { product: product.title }));
  }
  for (const view of after.misfits) {
    const old = before.misfits.find(({ misfit }) => misfit.line.key === view.misfit.line.key);
    if (old && old.state !== view.state) return say(view, texts.settled);
  }
  return undefined;
}

/** Where the focused element goes away, its offer takes the focus over, else the next offer, else the heading: never the page's body. */
export function keepFocus(root: ShadowRoot, draw: () => void): void {
  const focused = root.activeElement;
  const row = focused?.closest("[data-offer],[data-misfit]");
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  draw();
  if (!focused || root.activeElement === focused) return;
  const heir = [row, next].find((element) => element?.isConnected)?.querySelector("[tabindex],.b");
  const taker = [focused, heir, root.querySelector("[tabindex]")].find((element) => element?.isConnected);
  (taker as HTMLElement | undefined)?.focus({ preventScroll: true });
}
