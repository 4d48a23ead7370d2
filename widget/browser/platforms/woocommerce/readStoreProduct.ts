import type { Attributes, Product, Variant, VariantId } from "../../../types/product.ts";
import { defined } from "../../lib/defined.ts";
import { safeUrl } from "../../lib/url.ts";
import { plainText } from "./plainText.ts";
import { readAmount } from "./readStoreCart.ts";
import type { StoreProduct } from "./storeAnswers.ts";

/** More ways of buying one product than this cannot be chosen from in a list. */
const MOST_VARIANTS = 100;

/** What a write has to name beside a variation's id: the values of its attributes that may be any. */
export type Choices = readonly { readonly attribute: string; readonly value: string }[];

interface Way {
  readonly options: Attributes;
  readonly choices: Choices;
}

/** The options of what can be put into the cart, by the id we give it. */
export type ChoicesOf = Map<VariantId, Choices>;

/**
 * A product of the Store API. `found`: its variations, with their own price and stock; those that are not among them are left out. Absent:
 * they are not known yet. Variants that need more than their id in a write are told to `choices`.
 */
export function readStoreProduct(product: StoreProduct, choices: ChoicesOf, found?: readonly StoreProduct[]): Product {
  const { id, name, permalink, images, prices, categories } = product;
  const variants = product.variations?.[0] && variantsOf(product, choices, found);
  return defined({
    id: `${id}`,
    title: plainText(name),
    url: safeUrl(permalink),
    image: safeUrl(images?.[0]?.thumbnail || images?.[0]?.src),
    price: readAmount(prices),
    categories: categories?.map((category) => plainText(category.name)),
    // Without a variant to choose a product that has some cannot be bought from a list.
    available: isAvailable(product) && variants?.length !== 0,
    variants,
  });
}

function variantsOf(product: StoreProduct, choices: ChoicesOf, found: readonly StoreProduct[] | undefined): readonly Variant[] {
  const variants = (product.variations ?? []).flatMap((variation) => {
    const own = found?.find(({ id }) => id === variation.id);
    if (found && !own) return [];
    const told = own && { price: readAmount(own.prices), available: isAvailable(own) };
    return waysOf(product, variation).map((way): Variant => {
      const id = [variation.id, ...way.choices.map(({ value }) => value)].join(":");
      if (way.choices[0]) choices.set(id, way.choices);
      return defined({ id, options: way.options, ...told });
    });
  });
  return variants.length > MOST_VARIANTS ? [] : variants;
}

/** A variation that takes any value of an attribute is as many ways of buying as the attribute has values. */
function waysOf({ attributes = [] }: StoreProduct, variation: NonNullable<StoreProduct["variations"]>[number]): readonly Way[] {
  let ways: readonly Way[] = [{ options: {}, choices: [] }];
  for (const { name, value } of variation.attributes) {
    const { taxonomy, terms = [] } = attributes.find((one) => one.name === name) ?? {};
    const fitting = terms.filter(({ slug }) => value === null || slug === value);
    const values = value === null || fitting[0] ? fitting : [{ name: value, slug: value }];
    ways = ways.slice(0, MOST_VARIANTS + 1).flatMap(({ options, choices }) =>
      values.map((term) => ({
        options: { ...options, [plainText(name)]: plainText(term.name) },
        choices: value === null ? [...choices, { attribute: taxonomy ?? name, value: term.slug }] : choices,
      })),
    );
  }
  return ways;
}

const isAvailable = ({ is_purchasable: canBuy, is_in_stock: isThere }: StoreProduct): boolean => canBuy !== false && isThere !== false;
