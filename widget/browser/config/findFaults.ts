import type { Fault } from "../../types/config.ts";
import { isRecord } from "../lib/isRecord.ts";
import { type Read, readingWords } from "../lib/readingWords.ts";
import type { Fields, MoreWords, Table } from "../lib/shape.ts";

/** Tells the faults of what is given. Paths start with a separator. */
type Find = (given: unknown, path: string) => void;

/** What a fault says of a key that the table does not name. */
export const UNKNOWN_KEY = "is not a known key";

/** Everything that a table would not take as it is given, in short words. `path`: where what is given stands. Never throws. */
export function findFaults(table: Table, raw: unknown, path = ""): readonly Fault[] {
  const faults: Fault[] = [];
  try {
    table(findingWords(faults))(raw, path && `.${path}`);
    return faults;
  } catch {
    // An object with throwing getters of its own; a parsed file has none.
    return findFaults(table, null, path);
  }
}

/** Only in where it looks and what it tells is this another reading: whether a value is right is for the words that read to say. */
function findingWords(faults: Fault[]): MoreWords<Find> {
  const reading = readingWords(() => undefined);
  const tell = (path: string, what: string, mend: string) => void faults.push({ path: path.slice(1), what, mend });
  const finder =
    (wanted: string, read: Read, look?: Find): Find =>
    (given, path) => {
      if (read(given) === null) tell(path, "has a wrong value", `Write ${wanted}`);
      else if (given !== undefined) look?.(given, path);
    };
  const group = (fields: Fields<Find>, rest: Find = (_, path) => tell(path, UNKNOWN_KEY, "Correct or remove it")) =>
    finder("an object", reading.group({}, reading.any), (given, path) => {
      if (!isRecord(given)) return;
      for (const key of new Set([...Object.keys(fields), ...Object.keys(given)]))
        (Object.hasOwn(fields, key) ? fields[key]! : rest)(Object.hasOwn(given, key) ? given[key] : undefined, `${path}.${key}`);
    });
  const words: MoreWords<Find> = {
    any: () => undefined,
    text: (pattern) => finder(pattern ? `/${pattern.source}/` : "a text", reading.text(pattern)),
    number: (min, max, step) => finder(`${min} to ${max}`, reading.number(min, max, step)),
    choice: (...choices) => finder(choices.join(" or "), reading.choice(...choices)),
    list: (of) =>
      finder("a list", reading.list(reading.any), (given, path) =>
        (given as readonly unknown[]).forEach((item, index) => of(item, `${path}[${index}]`)),
      ),
    group,
    whole: group,
    kinds: (key, members) => (given, path) => {
      const kind = isRecord(given) && Object.hasOwn(given, key) ? String(given[key]) : "";
      group({ [key]: words.need(words.choice(...Object.keys(members))), ...(Object.hasOwn(members, kind) && members[kind]) })(given, path);
    },
    short: (key, long) => (given, path) => long(typeof given === "string" ? { [key]: given } : given, path),
    either: (bare, other) => (given, path) => (typeof given === "string" ? bare : other)(given, path),
    or: (find) => find,
    // No shape takes null.
    need: (find) => (given, path) => find(given ?? null, path),
  };
  return words;
}
