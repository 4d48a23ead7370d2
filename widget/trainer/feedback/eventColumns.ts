import type { Column } from "../reading/columns.ts";
import type { Header } from "../reading/readHeader.ts";
import type { JsonShape } from "../reading/jsonLines.ts";

/** What is read of an event, by the names that `goeswith export` and the events themselves have for it. */
const COLUMNS: readonly Column[] = [
  { key: "type", names: ["type"], needed: true },
  { key: "kind", names: ["kind"], needed: true },
  { key: "product", names: ["product"], needed: true },
  { key: "for", names: ["counterpart", "for"], needed: true },
  { key: "visit", names: ["visit"], needed: true },
  { key: "placement", names: ["placement"] },
  { key: "place", names: ["place", "position"] },
  { key: "arm", names: ["arm"] },
  { key: "answer", names: ["answer"] },
];

const LIST = "events";
const FIELDS = ["type", "kind", "product", "for", "visit", "placement", "position", "arm", "answer"];

/** JSON lines: each an event, or a batch of them as browsers post it. Not every field stands in the first lines. */
export const EVENT_LINES: JsonShape = { list: LIST, columns: FIELDS.flatMap((field) => [field, `${LIST}.${field}`]) };

/** The columns to look for; in JSON lines twice, for an event by itself and for one in a batch. */
export function eventColumns({ form }: Header): readonly Column[] {
  if (form !== "json") return COLUMNS;
  const inBatch = COLUMNS.map(({ key, names }): Column => ({ key: `${LIST}.${key}`, names: names.map((name) => `${LIST}.${name}`) }));
  return [...COLUMNS, ...inBatch];
}

/** An apostrophe that keeps spreadsheets from running a cell is no part of what stands in it. */
const GUARDED = String.raw`'^''(''*[=+\-@\t\r])', '\1'`;

/** What a table of events has, as SQL; `places` are the file's columns, as SQL, by key. */
export function eventCells(places: ReadonlyMap<string, string>, { form }: Header): string {
  const cells = COLUMNS.map(({ key }) => {
    const found = [places.get(key), places.get(`${LIST}.${key}`)].filter((place) => place !== undefined);
    const texts = found.map((place) => `nullif(trim(${place}), '')`);
    const text = texts.length ? `coalesce(${texts.join(", ")})` : "null::varchar";
    return `${form === "csv" ? `regexp_replace(${text}, ${GUARDED})` : text} as "${key}"`;
  });
  return cells.join(", ");
}

export const EVENT_CELLS: readonly string[] = COLUMNS.map(({ key }) => `"${key}"`);
