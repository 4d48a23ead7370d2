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
