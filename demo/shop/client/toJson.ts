/** On a page with Prototype 1.6 only its own way of writing JSON is right. */
export function toJson(data: unknown): string {
  return (Object as { toJSON?(value: unknown): string }).toJSON?.(data) ?? JSON.stringify(data);
}
