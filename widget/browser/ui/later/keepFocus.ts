/**
 * Where the focused element goes away, what had opened it takes the focus, else its offer, else the next offer, else the heading: never the page's
 * body.
 */
export function keepFocus(root: ShadowRoot, draw: () => void): void {
  const focused = root.activeElement;
  const row = focused?.closest("[data-offer],[data-misfit]");
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  const opener = focused?.closest(".panel") && row?.querySelector("[aria-expanded=true],select");
  draw();
  if (!focused || root.activeElement === focused) return;
  const heir = [row, next].find((element) => element?.isConnected)?.querySelector("p[tabindex],.button");
  const taker = [focused, opener, heir, root.querySelector("[tabindex]")].find((element) => element?.isConnected);
  (taker as HTMLElement | undefined)?.focus({ preventScroll: true });
}
