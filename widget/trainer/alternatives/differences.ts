import type { Difference } from "../../types/offer.ts";
import type { Attributes } from "../../types/product.ts";
import type { Direction } from "./directions.ts";
import { type Measure, measure } from "../lib/measure.ts";

/** As many are written as anyone reads. */
const MOST = 4;
/** Attributes whose direction holds for values of one unit alone: an aperture of f/1.8, but not one of 80 mm. */
const ONLY_IN = new Map([["aperture", "f/"]]);
/** A letter is a class of these alone; elsewhere it is a name. */
const ENERGY = /[eé]nerg|энерг/i;

export interface Differences {
  /** Whether `to` is better than `from`; `undefined` where that cannot be said. */
  isBetter(attribute: string, from: string | undefined, to: string): boolean | undefined;
  /** In what `to` differs from `from`: what is better first, then what is worse, then the rest. Values written otherwise but equal do not differ. */
  find(from: Attributes, to: Attributes): readonly Difference[];
  /** How many of the differences that `find` names are better than are worse; below nought also where nothing is better. Far quicker than finding them. */
  gain(from: Attributes, to: Attributes): number;
}

/** An attribute that has a better and a worse, measured. */
interface Fact extends Measure {
  readonly attribute: string;
  readonly direction: Direction;
}

/** Compares attributes, each way as `directionOf` tells. Values that were measured once are remembered. */
export function createDifferences(directionOf: (attribute: string) => Direction): Differences {
  const measures = new Map<string, Measure | undefined>();
  const measured = (value: string): Measure | undefined => {
    if (!measures.has(value)) measures.set(value, measure(value));
    return measures.get(value);
  };
  const factOf = (attribute: string, value: string): Fact | undefined => {
    const direction = directionOf(attribute);
    const found = direction ? measured(value) : undefined;
    return found && hasDirection(attribute, found.unit) ? { ...found, attribute, direction } : undefined;
  };
  const kept = new Map<Attributes, readonly Fact[]>();
  const factsOf = (attributes: Attributes): readonly Fact[] => {
    const facts = kept.get(attributes) ?? Object.entries(attributes).flatMap(([attribute, value]) => factOf(attribute, value) ?? []);
    kept.set(attributes, facts);
    return facts;
  };
  const isBetter: Differences["isBetter"] = (attribute, from, to) => {
    const [a, b] = [from === undefined ? undefined : factOf(attribute, from), factOf(attribute, to)];
    return a && b ? compare(a, b) : undefined;
  };
  const isSame = (a: string, b: string): boolean => {
    if (a === b || a.trim().toLowerCase() === b.trim().toLowerCase()) return true;
    const [one, other] = [measured(a), measured(b)];
    return one !== undefined && other !== undefined && BARE.test(a) && BARE.test(b) && one.unit === other.unit && one.value === other.value;
  };
  return {
    isBetter,
    gain(from, to) {
      let [better, worse] = [0, 0];
      const old = factsOf(from);
      for (const b of factsOf(to)) {
        for (const a of old) {
          if (a.attribute !== b.attribute) continue;
          const isGain = compare(a, b);
          if (isGain) better++;
          else if (isGain === false) worse++;
        }
      }
      const named = Math.min(MOST, better);
      return named ? named - Math.min(MOST - named, worse) : -1;
    },
    find(from, to) {
      const all = Object.entries(to).flatMap(([attribute, value]): Difference[] => {
        const old = Object.hasOwn(from, attribute) ? from[attribute] : undefined;
        if (old !== undefined && isSame(old, value)) return [];
        const better = isBetter(attribute, old, value);
        return [{ attribute, ...(old !== undefined && { from: old }), to: value, ...(better !== undefined && { better }) }];
      });
      return all.sort((a, b) => placeOf(a) - placeOf(b) || (a.attribute < b.attribute ? -1 : 1)).slice(0, MOST);
    },
  };
}

/** Whether `b` is better than `a`; `undefined` where they cannot be compared or are equal. */
function compare(a: Fact, b: Fact): boolean | undefined {
  return a.unit !== b.unit || a.value === b.value ? undefined : b.value > a.value === b.direction > 0;
}

function hasDirection(attribute: string, unit: string): boolean {
  const only = ONLY_IN.get(attribute.toLowerCase());
  return (only === undefined || only === unit) && (unit !== "class" || ENERGY.test(attribute));
}

/** A number with its unit and nothing else. */
const BARE = /^[\d.,]+\s*\S*$/;

const placeOf = ({ better }: Difference): number => (better === undefined ? 2 : better ? 0 : 1);
