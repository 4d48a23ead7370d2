import type { LineKey } from "../../../types/cart.ts";

/** What stands in every line of a cart, in the header and on the cart page: its key, in a field or in the button that removes it. */
const MARKS = 'input[name="key"],input[name^="quantity["],[onclick*="cart.remove("]';

/** One line of the cart as the theme draws it. */
export interface CartRow {
  readonly key: LineKey;
  readonly element: Element;
  /** The product's name, and its page. */
  readonly link: HTMLAnchorElement;
}

/**
 * The lines drawn in `root`, oldest first: keys are numbers that grow, and the shop sends its lines in no order (system/library/cart/cart.php).
 * A gift voucher has no page and is no line.
 */
export function findRows(root: ParentNode): readonly CartRow[] {
  const rows = new Map<LineKey, CartRow>();
  for (const mark of root.querySelectorAll(MARKS)) {
    const key = keyOf(mark);
    const element = mark.closest("tr") ?? aroundOf(mark);
    const link = element && titleOf(element);
    if (key && link && !rows.has(key)) rows.set(key, { key, element, link });
  }
  return [...rows.values()].sort((a, b) => Number(a.key) - Number(b.key) || 0);
}

function keyOf(mark: Element): LineKey | undefined {
  const name = mark.getAttribute("name");
  if (name === "key") return mark.getAttribute("value") ?? undefined;
  return /\[(.+)\]$/.exec(name ?? "")?.[1] ?? /cart\.remove\(\s*['"]?([^'")]+)/.exec(mark.getAttribute("onclick") ?? "")?.[1];
}

/** In themes without tables: the smallest element around it that names the product. */
function aroundOf(mark: Element): Element | undefined {
  let around = mark.parentElement;
  while (around && !titleOf(around)) around = around.parentElement;
  return around ?? undefined;
}

const titleOf = (row: Element): HTMLAnchorElement | undefined =>
  [...row.querySelectorAll<HTMLAnchorElement>("a[href]")].find(
    (link) => link.textContent.trim() && !/route=\w+\/cart/.test(link.getAttribute("href")!),
  );
