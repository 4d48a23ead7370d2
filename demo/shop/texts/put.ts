/** Puts values into a text of the shop: `put("One {product} less", { product: "Case" })`. */
export function put(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
