/** An element of a page, as a shopper would tell of it. */
export interface Spot {
  /** Selector of an element around it, outside every shadow root. Default: the page. */
  readonly in?: string;
  /** Selector of the element, inside open shadow roots too. */
  readonly is: string;
  /** Pattern of its accessible name. */
  readonly name?: string;
}

/**
 * The elements a spot tells of, or their texts, in the order of the page, inside open shadow roots too. What is not displayed is none.
 * It runs in the page and sees nothing from outside.
 */
export function spotIn(spot: Spot, asText: boolean): (Element | string)[] {
  const found: Element[] = [];
  const words = (text: string | null | undefined) => (text ?? "").replaceAll(/\s+/g, " ").trim();
  const nameOf = (element: Element) =>
    words(element.getAttribute("aria-label") ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent);
  const walk = (node: Element | ShadowRoot) => {
    if (
      node instanceof Element &&
      node.matches(spot.is) &&
      node.getClientRects().length > 0 &&
      new RegExp(spot.name ?? "").test(nameOf(node))
    )
      found.push(node);
    for (const child of [...((node as Element).shadowRoot?.children ?? []), ...node.children]) walk(child);
  };
  for (const around of document.querySelectorAll(spot.in ?? ":root")) walk(around);
  return asText ? found.map((element) => words(element.textContent)) : found;
}
