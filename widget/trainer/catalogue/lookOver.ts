import type { Card } from "../../types/model.ts";
import type { Tell } from "./rawProduct.ts";

/** A catalogue that is smaller than this may well have one category. */
const LEAST_PRODUCTS = 10;

/** Tells what a whole catalogue lacks, and what that costs: without prices there is nothing better, without pictures cards are bare. */
export function lookOver(cards: readonly Card[], tell: Tell): void {
  const goods = cards.filter(({ kind }) => !kind);
  const lacking = (what: string, has: (card: Card) => boolean, mend: string) => {
    if (goods.length && !goods.some(has)) tell(`catalogue without ${what}`, "", mend);
  };
  lacking(
    "prices",
    ({ price }) => price !== undefined,
    "add a column price; without it nothing is offered as better and prices are only the shop's live ones",
  );
  lacking("pictures", ({ image }) => image !== undefined, "add a column image with their addresses; until then cards are without");
  lacking("addresses", ({ url }) => url !== undefined, "add a column url; until then a card leads nowhere but into the cart");
  lacking(
    "categories",
    ({ categories }) => categories !== undefined,
    "add a column category; until then types are found in names and attributes alone",
  );
  const categories = new Set(goods.map(({ categories: path = [] }) => path.join(" > ")));
  const [only] = categories;
  if (only && categories.size === 1 && goods.length >= LEAST_PRODUCTS) {
    tell(
      `catalogue with the one category ${JSON.stringify(only)}`,
      "",
      "add narrower categories; until then types are found in names and attributes alone",
    );
  }
}
