import { pickCard } from "./pickCard.ts";
import type { SchemaNode } from "./readSchemaProduct.ts";

/** The product the page's microdata is about, in the words of schema.org; `undefined` for none or a list of many. */
export function readMicrodata(): SchemaNode | undefined {
  const card = pickCard('[itemtype*="schema.org/Product"]');
  if (!card) return undefined;
  const offers = find(card, "offers");
  const offer = offers?.hasAttribute("itemscope") ? offers : card;
  return {
    ...read(card, ["productID", "sku", "name", "url", "category"]),
    offers: read(offer, ["price", "lowPrice", "priceCurrency", "availability"]),
  };
}

function read(scope: Element, names: readonly string[]): SchemaNode {
  return Object.fromEntries(names.map((name) => [name, valueOf(scope, name)]));
}

function valueOf(scope: Element, name: string): string | null | undefined {
  const element = find(scope, name);
  // A category may be an item of its own: then its name counts.
  if (element?.hasAttribute("itemscope")) return valueOf(element, "name");
  return element && (["content", "href", "src"].map((from) => element.getAttribute(from)).find(Boolean) ?? element.textContent);
}

/** The property of this item itself, not of an item nested in it. */
function find(scope: Element, name: string): Element | undefined {
  return [...scope.querySelectorAll(`[itemprop~="${name}"]`)].find((element) => element.parentElement?.closest("[itemscope]") === scope);
}
