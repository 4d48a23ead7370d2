import type { Card } from "../../types/model.ts";
import type { OfferKind, Reason } from "../../types/offer.ts";
import type { ProductId, VariantId } from "../../types/product.ts";
import { isRecord } from "../lib/isRecord.ts";
import { type Read, readingWords } from "../lib/readingWords.ts";
import type { ShapeWords } from "../lib/shape.ts";
import { safeUrl } from "../lib/url.ts";

/** A candidate as a recommender answers it, checked. */
export interface Answered {
  readonly id: ProductId;
  readonly kind: OfferKind;
  readonly for: ProductId;
  readonly score: number;
  readonly variant?: VariantId;
  readonly because: readonly Reason[];
  readonly card: Card;
}

type Words = ShapeWords<Read>;

/** What must not be lost: without it a product would seem to fit everywhere. */
const DEMANDS = ["fits", "requires", "oneOf"] as const;

const ignored: Read = () => undefined;

/**
 * Reads candidates of an answer, one at a time: known fields with sound values only, whatever else there is left out. Nothing where
 * a candidate lacks what it cannot do without.
 */
export function createAnswerReader(): (raw: unknown) => readonly Answered[] {
  // Another's answer has no author here to tell its faults to.
  const words = readingWords(() => undefined);
  const { choice, group, list, number, or, text } = words;
  const candidate = group({
    id: text(),
    kind: choice("cross-sell", "up-sell"),
    for: text(),
    score: or(number(-Number.MAX_VALUE, Number.MAX_VALUE), 0),
    variant: text(),
    because: or(list(reasonFields(words)), []),
    card: cardFields(words),
  });
  return (raw) => {
    const read = candidate(raw) as Partial<Answered> | null;
    if (!read?.id || !read.kind || !read.for || !read.card?.title) return [];
    const { rating, unit, ...card } = read.card;
    if (DEMANDS.some((name) => !card[name] && isDemanding(raw, name))) return [];
    return [{ ...(read as Answered), card: { ...card, ...(rating?.length === 2 && { rating }), ...(isUnit(unit) && { unit }) } }];
  };
}

function cardFields({ choice, group, list, need, number, or, text, whole }: Words): Read {
  const address = text({ source: "", test: (given) => !!safeUrl(given) });
  const minor = number(0, Number.MAX_SAFE_INTEGER, 1);
  const values = group({}, text());
  const demands = whole({}, list(text()));
  const variant = { id: need(text()), options: or(values, {}), price: minor, available: choice(true, false) };
  return group({
    title: text(),
    url: address,
    image: address,
    price: minor,
    available: choice(false),
    categories: list(text()),
    brand: text(),
    tags: list(text()),
    attributes: values,
    variants: list(whole(variant, ignored)),
    rating: list(number(0, Number.MAX_SAFE_INTEGER)),
    kind: choice("goods", "service", "partner"),
    terms: address,
    unit: list((given) => given),
    per: choice("line", "order"),
    excludes: list(text()),
    by: text(),
    above: minor,
    fits: demands,
    requires: demands,
    oneOf: demands,
  } satisfies Record<keyof Card, Read>);
}

function reasonFields({ choice, list, need, number, text, whole }: Words): Read {
  const word = need(text());
  const differences = list(whole({ attribute: word, from: text(), to: word, better: choice(true, false) }, ignored));
  const members: Record<Reason["kind"], Readonly<Record<string, Read>>> = {
    fits: { attribute: word, value: word },
    together: { share: need(number(0, 1)) },
    better: { differences: need(differences) },
    rule: { text: text() },
    catalogue: {},
    rating: { value: need(number(0, 5)), count: need(number(0, Number.MAX_SAFE_INTEGER, 1)) },
    popular: {},
  };
  const kinds = new Map<unknown, Read>(Object.entries(members).map(([kind, own]) => [kind, whole({ kind: text(), ...own }, ignored)]));
  return (given) => (isRecord(given) ? kinds.get(given["kind"])?.(given) : undefined);
}

/** A sum in minor units, a measure. */
function isUnit(unit: readonly unknown[] | undefined): boolean {
  return unit?.length === 2 && Number.isSafeInteger(unit[0]) && typeof unit[1] === "string";
}

function isDemanding(raw: unknown, name: string): boolean {
  const card = isRecord(raw) && raw["card"];
  return isRecord(card) && card[name] !== undefined;
}
