import { isRecord } from "../../lib/isRecord.ts";

/** Name of the array that analytics tags read, unless the shop says another. */
const LAYER = "dataLayer";

/** Whether the page feeds its analytics with what is sold. A tag manager alone, which most pages have, tells nothing. */
export function holdsTrade(layer: unknown = (window as object as Readonly<Record<string, unknown>>)[LAYER]): boolean {
  return Array.isArray(layer) && layer.some(isTrade);
}

/** GA4 and Yandex by an `ecommerce` object; gtag by `arguments` such as `["event", "view_item", { items }]`. */
function isTrade(entry: unknown): boolean {
  if (!isRecord(entry)) return false;
  const { ecommerce, 2: parameters } = entry as Readonly<Record<string, unknown>>;
  return isRecord(ecommerce) || (isRecord(parameters) && Array.isArray(parameters["items"]));
}
