/** Calls one of the two functions by which the parts of Dawn tell each other, where the page has it. Source: github.com/Shopify/dawn assets/pubsub.js */
export function callTheme(name: "publish" | "subscribe", ...given: readonly unknown[]): unknown {
  const call = (window as { readonly publish?: unknown; readonly subscribe?: unknown })[name];
  return typeof call === "function" ? (call as (...given: readonly unknown[]) => unknown)(...given) : undefined;
}
