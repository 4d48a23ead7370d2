import type { OfferView } from "../../../../types/layout.ts";
import type { Local, ViewProps } from "../../../ui/PartProps.ts";
import type { Tally } from "./Tally.ts";

/** What a bundle does in answer to presses. Its first item is the product in view, which is always wanted; the others are where they are ticked. */

/**
 * Keeps under the offers' ids what is ticked, as the variant chosen with it where there is one. Nothing is ticked without its variant: the browser
 * asks for it.
 */
export function follow(list: Element, items: readonly OfferView[], { change }: ViewProps): void {
  const next: Record<string, Local[string]> = {};
  controlsOf(list).forEach(({ box, select }, at) => {
    if (box?.checked && select) box.checked = select.reportValidity();
    next[items[at]!.offer.id] = box?.checked !== false && (select?.value ?? true);
  });
  change(next);
}

/** Buys what the boxes say, which know more than what was drawn last. While a choice is missing the browser asks for it, and nothing else happens. */
export function buy(button: Element, items: readonly OfferView[], props: ViewProps): void {
  const wanted = controlsOf(button).flatMap(({ box, select }, at) => {
    const { offer, state } = items[at]!;
    return box && (!box.checked || state === "done") ? [] : [{ offer, select }];
  });
  if (!wanted.every(({ select }) => !select || select.reportValidity())) return;
  const [own, ...chosen] = wanted.map(({ offer, select }) => {
    const variant = select?.value ?? offer.variant;
    return { offer, ...(variant !== undefined && { variant }) };
  });
  props.acceptAll(chosen, own?.variant);
}

/** What is still to be bought, at the prices of the variants chosen; no sum where they are not of one currency. */
export function tally(items: readonly OfferView[], { local }: ViewProps): Tally {
  const wanted = items.filter(({ offer, state }) => /ready|working|failed/.test(state) && (!offer.id || local[offer.id]));
  const prices = wanted.flatMap(({ offer: { id, price, product, quantity } }) => {
    const one = product.variants?.find((variant) => variant.id === local[id])?.price ?? price;
    return one ? [{ ...one, minor: one.minor * quantity }] : [];
  });
  const [first] = prices;
  const isOne = prices.every(({ currency }) => currency === first?.currency);
  const total = first && isOne && { ...first, minor: prices.reduce((sum, { minor }) => sum + minor, 0) };
  return { count: wanted.length, ...(total && { total }) };
}

/** The box and the list of each item. */
function controlsOf(element: Element) {
  const rows = [...(element.closest("section")?.querySelectorAll("li") ?? [])];
  return rows.map((row) => ({ box: row.querySelector("input"), select: row.querySelector("select") }));
}
