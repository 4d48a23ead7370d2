import { isRecord } from "./isRecord.ts";
import type { Fields, ShapeWords } from "./shape.ts";

/** Copies what is right. `undefined`: nothing was given; `null`: what was given is wrong. */
export type Read = (given: unknown) => unknown;

/** What a table makes of whatever was given, and whether something of it was wrong. Never throws. */
export function readBy(table: (words: ShapeWords<Read>) => Read, raw: unknown): readonly [value: unknown, isFaulty: boolean] {
  let isFaulty = false;
  const read = table(readingWords(() => (isFaulty = true)));
  try {
    return [read(raw), isFaulty];
  } catch {
    // An object with throwing getters of its own; a parsed file has none.
    return [read(null), isFaulty];
  }
}

/**
 * A table in these words reads hostile JSON: fallbacks filled in, short forms written out, whatever is wrong left out, of which `tell` is
 * told. Only own keys count, and the copies have no prototype, so that no key can reach one.
 */
export function readingWords(tell: () => void): ShapeWords<Read> {
  const wrong = () => (tell(), null);
  const reader =
    <T>(isRight: (given: unknown) => given is T, copy: (given: T) => unknown = (given) => given): Read =>
    (given) =>
      given === undefined ? given : isRight(given) ? copy(given) : wrong();
  const readGroup = (fields: Fields<Read>, rest: Read = wrong, isWhole = false) =>
    reader(isRecord, (given) => {
      const own: typeof given = { __proto__: null, ...given };
      const right: typeof given = { __proto__: null };
      for (const key in { __proto__: null, ...fields, ...own }) {
        const value = (Object.hasOwn(fields, key) ? fields[key]! : rest)(own[key]);
        if (value != null) right[key] = value;
        else if (isWhole && value === null) return value;
      }
      return right;
    });
  const words: ShapeWords<Read> = {
    any: (given) => given,
    text: (pattern = /./) => reader((given): given is string => typeof given === "string" && pattern.test(given)),
    number: (min, max, step = 0) =>
      reader((given): given is number => typeof given === "number" && given >= min && given <= max && !(given % step)),
    choice: (...choices) => reader((given): given is string => choices.includes(given as string)),
    list: (of) => reader(Array.isArray, (given) => given.flatMap((item) => of(item) ?? [])),
    group: readGroup,
    whole: (fields, rest) => readGroup(fields, rest, true),
    kinds: (key, members) => (given) =>
      words.whole({
        [key]: words.need(words.choice(...Object.keys(members))),
        ...members[(given as Record<string, string> | null)?.[key] as string],
      })(given),
    short: (key, long) => (given) => long(typeof given === "string" ? { [key]: given } : given),
    or: (read, fallback) => (given) => read(given) ?? read(fallback),
    // No shape takes null.
    need: (read) => (given) => read(given ?? null),
  };
  return words;
}
