/** The one element that names the product of the page; `undefined` for none, and for a list. */
export function findMarked(): HTMLElement | undefined {
  const [marked, other] = document.querySelectorAll<HTMLElement>("[data-goeswith-product]");
  return other ? undefined : marked;
}
