import { afterEach, describe, expect, it, vi } from "vitest";
import { watchPayment } from "../../../../widget/browser/placements/watchPayment.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  document.body.replaceChildren();
});

function watch(html: string) {
  document.body.innerHTML = html;
  const paying = vi.fn();
  stops.push(watchPayment(paying));
  return paying;
}
const here = () => document.querySelector<HTMLElement>("#here")!;

describe("watchPayment", () => {
  it.each([
    [`<input id="here" autocomplete="cc-number">`, true],
    [`<input id="here" name="card_number">`, true],
    [`<input id="here" name="giftcard">`, false],
    [`<input id="here" name="street">`, false],
  ])("the focus in %s is a payment: %s", (html, isPayment) => {
    const paying = watch(`<form>${html}</form>`);
    here().dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    expect(paying).toHaveBeenCalledTimes(Number(isPayment));
  });

  it("sees that a payment field has the focus already", () => {
    document.body.innerHTML = `<input id="here" autocomplete="cc-csc">`;
    here().focus();
    const paying = vi.fn();
    stops.push(watchPayment(paying));
    expect(paying).toHaveBeenCalledOnce();
  });

  it("hears nothing after stop, and stopping twice does no harm", () => {
    const paying = watch(`<input id="here" autocomplete="cc-number">`);
    stops[0]?.();
    stops[0]?.();
    here().dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    expect(paying).not.toHaveBeenCalled();
  });
});
