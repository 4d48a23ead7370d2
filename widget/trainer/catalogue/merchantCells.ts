/** A field of a feed's item: the names of its elements from the item down, without Google's prefix, and its text. */
export interface Field {
  readonly path: string;
  readonly value: string;
  /** It has Google's prefix. */
  readonly own: boolean;
}

const DETAIL_NAME = "product_detail/attribute_name";
const DETAIL_VALUE = "product_detail/attribute_value";

/**
 * An item's fields as cells by Google's names, its product details by name under `details`. Of a field that is there more than once the first counts, and
 * one with Google's prefix goes before one without; parts of other fields (of `shipping`, say) are left out.
 */
export function toMerchantCells(fields: readonly Field[]): Readonly<Record<string, unknown>> {
  const cells = new Map<string, unknown>();
  const details: [string, string][] = [];
  for (const { path, value } of [...fields.filter(({ own }) => own), ...fields.filter(({ own }) => !own)]) {
    if (path === DETAIL_NAME) details.push([value, ""]);
    else if (path === DETAIL_VALUE) details.push([details.pop()?.[0] ?? "", value]);
    else if (!path.includes("/") && !cells.has(path)) cells.set(path, value);
  }
  const named = details.filter(([name, value]) => name && value);
  return Object.fromEntries(named.length ? [...cells, ["details", Object.fromEntries(named)]] : cells);
}

/** `General:Resolution:4K, General:Depth:5 cm`, as a feed in a table writes product details → value by name. */
export function parseDetails(cell: string): Readonly<Record<string, string>> {
  const details = cell.split(",").flatMap((one) => {
    const [, name = "", ...value] = one.split(":").map((part) => part.trim());
    return name && value.length ? [[name, value.join(":")] as const] : [];
  });
  return Object.fromEntries(details);
}
