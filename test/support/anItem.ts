import type { Item } from "../../widget/trainer/catalogue/readCatalogue.ts";
import type { Card } from "../../widget/types/model.ts";

/** A product of a catalogue, of which only what is given is known. */
export function anItem(id: string, card: Partial<Card> = {}, more: Partial<Omit<Item, "id" | "card">> = {}): Item {
  return { id, card: { title: id, ...card }, local: new Map(), accessories: [], upgrades: [], never: [], orders: 0, ...more };
}
