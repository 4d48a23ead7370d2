/** The same with a capital letter at the start: the catalogue writes names of attributes as they stand within a sentence. */
export function capitalise(text: string): string {
  return text.replace(/^./u, (first) => first.toUpperCase());
}
