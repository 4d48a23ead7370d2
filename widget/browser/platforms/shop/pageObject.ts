/** A global of the page that really is an object, and not an element that a form or a picture of that name stands for. */
export function pageObject(name: string): Readonly<Record<string, unknown>> | undefined {
  const value = (window as object as Readonly<Record<string, unknown>>)[name];
  if (!value || typeof value !== "object" || value instanceof Node || value instanceof HTMLCollection) return undefined;
  // A frame of that name stands for its window, of which another origin's lets nothing else be read.
  return (value as Window).window === value ? undefined : (value as Readonly<Record<string, unknown>>);
}
