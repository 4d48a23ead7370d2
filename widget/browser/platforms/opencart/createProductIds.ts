import type { ProductId } from "../../../types/product.ts";

/**
 * Which product an address is about. Where the shop writes readable addresses, a cart names no ids but only these; what forms and answers
 * told is remembered while the page stands.
 */
export interface ProductIds {
  /** The id; where it is not known the address's own last word, which a catalogue may hold as an alias. */
  of(address: string): ProductId;
  isKnown(address: string): boolean;
  learn(address: string, id: ProductId): void;
}

export function createProductIds(): ProductIds {
  const known = new Map<string, ProductId>();
  const find = (address: string) => /[?&]product_id=(\d+)/.exec(address)?.[1] ?? known.get(lastWord(address));
  return {
    of: (address) => find(address) ?? lastWord(address),
    isKnown: (address) => find(address) !== undefined,
    learn: (address, id) => void known.set(lastWord(address), id),
  };
}

/** A product's word is the same in every category it is reached by. */
function lastWord(address: string): string {
  try {
    return decodeURIComponent(new URL(address, document.baseURI).pathname.split("/").filter(Boolean).at(-1) ?? "");
  } catch {
    return address;
  }
}
