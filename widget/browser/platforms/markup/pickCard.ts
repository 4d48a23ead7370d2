const CART_FORM = 'form[action*="cart" i],[name="add-to-cart"],[name="add"]';

/** The one element of many the page is about: the only one, else the only one that holds a form to add to the cart. */
export function pickCard(selector: string): HTMLElement | undefined {
  const cards = [...document.querySelectorAll<HTMLElement>(selector)];
  const [first, second] = cards.length > 1 ? cards.filter((card) => card.querySelector(CART_FORM)) : cards;
  // Of two that nest, the outer one holds the other's form as well.
  return second && !first?.contains(second) ? undefined : first;
}
