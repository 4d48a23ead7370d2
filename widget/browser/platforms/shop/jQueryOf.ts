/** What is used of the page's own jQuery. */
export interface JQuery {
  on(events: string, heard: (event: unknown, ...more: readonly unknown[]) => void): unknown;
  off(events: string, heard: (...given: readonly never[]) => void): unknown;
  trigger(event: string, more?: unknown): unknown;
  load(address: string, done?: (text: string, status: string) => void): unknown;
}

/** The page's jQuery; `undefined` where it has none. */
export function jQueryOf(): ((on: unknown) => JQuery) | undefined {
  const { jQuery } = window as { readonly jQuery?: unknown };
  const isOne = typeof jQuery === "function" && !!(jQuery as { readonly fn?: { readonly jquery?: unknown } }).fn?.jquery;
  return isOne ? (jQuery as (on: unknown) => JQuery) : undefined;
}
