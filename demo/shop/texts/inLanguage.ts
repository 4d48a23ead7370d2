import type { ShopCart } from "../cart/createCarts.ts";
import type { Catalogue } from "../catalogue/createCatalogue.ts";
import { createCatalogue } from "../catalogue/createCatalogue.ts";
import type { StoreFront } from "../storeFront.ts";
import type { Language } from "./languages.ts";
import { wordOf } from "./wordOf.ts";

/** The same catalogue, its products called as in this language. */
export function catalogueIn({ lang }: Language, catalogue: Catalogue): Catalogue {
  if (!catalogue.products.some(({ titles }) => titles[lang])) return catalogue;
  return createCatalogue(catalogue.products.map((product) => ({ ...product, title: product.titles[lang] ?? product.title })));
}

/** The same cart, its products as this catalogue has them. */
export function cartIn(catalogue: Catalogue, cart: ShopCart): ShopCart {
  return { ...cart, lines: cart.lines.map((line) => ({ ...line, product: catalogue.find(line.product.id) ?? line.product })) };
}

/** The same front, its words and its prices as in this language. */
export function frontIn(language: Language, front: StoreFront): StoreFront {
  const { hero, rows, tagline, locale } = front;
  const word = (text: string) => wordOf(language, text);
  return {
    ...front,
    tagline: word(tagline),
    locale: language.locale ?? locale,
    rows: rows.map((row) => ({ ...row, title: word(row.title) })),
    ...(hero && { hero: { ...hero, title: word(hero.title), text: word(hero.text) } }),
  };
}
