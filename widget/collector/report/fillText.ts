export type Values = Readonly<Record<string, string>>;

/** A text with its values in place of their names in braces. A value is put in as it is, braces and all. */
export function fillText(text: string, values: Values): string {
  return text.replaceAll(/\{(\w+)\}/g, (name, key: string) => values[key] ?? name);
}
