/** Names of the texts that first offers are drawn with, in the order of every language's file. The others are in `later.ts`. */
export const FIRST =
  "lang~goesWith~goesWithCart~instead~insteadOf~popular~add~addProduct~swap~swapProduct~open~decline~choose~soldOut~fits~worse~together~ruled~catalogue~partner~terms~compare";

/** Texts by their names out of one line of them. */
export function unpack(packed: string, names: string): Readonly<Record<string, string>> {
  const texts = packed.split("~");
  return Object.fromEntries(names.split("~").map((name, at) => [name, texts[at]!]));
}
