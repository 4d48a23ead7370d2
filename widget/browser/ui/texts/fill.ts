/** Puts values into a text: `fill("Add {product}", { product: "Case" })` is "Add Case". A missing value leaves nothing. */
export function fill(text: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
