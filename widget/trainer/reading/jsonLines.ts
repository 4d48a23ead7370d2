/** Names under which an order object holds its lines. */
const LISTS: readonly string[] = ["items", "line_items", "lineItems", "lines", "products"];
/** A longer line is no order. */
const LONGEST_LINE = 16 * 1024 * 1024;

type Fields = Readonly<Record<string, unknown>>;

/** How JSON lines are built: the fields found in them and, where they hold order lines in a list, its name. Fields of the list are `list.field`. */
export interface JsonShape {
  readonly columns: readonly string[];
  readonly list?: string;
}

/** The shape of the whole lines in the start of a file. */
export function jsonShape(start: string): JsonShape {
  const objects = start.split(/[\r\n]+/).flatMap((line): readonly Fields[] => {
    const object = parseFields(line);
    return object ? [object] : [];
  });
  const list = LISTS.find((name) => objects.some((object) => Array.isArray(object[name])));
  const columns = new Set<string>();
  for (const object of objects) for (const name of rowsOf(object, list).flatMap((row) => [...row.keys()])) columns.add(name);
  return { columns: [...columns], ...(list !== undefined && { list }) };
}

/** The rows of one line; `undefined` where it is not a JSON object. */
export function jsonRows(line: string, list: string | undefined): readonly ReadonlyMap<string, string>[] | undefined {
  const object = parseFields(line);
  return object && rowsOf(object, list);
}

function rowsOf(object: Fields, list: string | undefined): readonly ReadonlyMap<string, string>[] {
  const lines = list === undefined ? undefined : object[list];
  const own = flat(list === undefined ? object : { ...object, [list]: undefined });
  if (list === undefined || !Array.isArray(lines)) return [new Map(own)];
  return lines.filter(isFields).map((line) => new Map([...own, ...flat(line, `${list}.`)]));
}

/** Fields as texts, those of an inner object as `outer.inner`. */
function flat(object: Fields, before = ""): readonly (readonly [string, string])[] {
  return Object.entries(object).flatMap(([name, value]): readonly (readonly [string, string])[] => {
    if (isFields(value)) return flat(value, `${before}${name}.`);
    if (value === undefined || Array.isArray(value)) return [];
    return [[before + name, textOf(value)]];
  });
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : value === null ? "" : JSON.stringify(value));

function parseFields(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The lines of a text that comes in pieces, with their numbers, without the blank ones. @throws on a line too long to be one. */
export async function* numberedLines(pieces: AsyncIterable<string>, file: string): AsyncGenerator<readonly [number, string]> {
  let held = "";
  let number = 0;
  for await (const piece of pieces) {
    const lines = (held + piece).split("\n");
    held = lines.pop() ?? "";
    for (const line of lines) {
      number++;
      if (line.trim()) yield [number, line];
    }
    if (held.length > LONGEST_LINE) throw new Error(`${file}, line ${number + 1}: longer than ${LONGEST_LINE / 1024 / 1024} MB`);
  }
  if (held.trim()) yield [number + 1, held];
}
