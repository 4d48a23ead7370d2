import { join } from "node:path";
import type { Database } from "../reading/database.ts";
import { loadTable } from "../reading/loadTable.ts";
import { type Input, openInputs } from "../reading/openInputs.ts";
import type { BadRow } from "../reading/readCsv.ts";
import { EVENT_CELLS, EVENT_LINES, eventCells, eventColumns } from "./eventColumns.ts";
import { fetchEvents, isAddress } from "./fetchEvents.ts";

/** Where events are: files, patterns of such, `-`, or addresses. */
export interface EventSources {
  readonly events: readonly string[];
  /** For addresses that ask for one. */
  readonly token?: string;
}

/** Loads all events into the view `told`. Returns the rows that could not be read. @throws for a source without an event. */
export async function loadEvents(database: Database, { events, token }: EventSources): Promise<readonly BadRow[]> {
  const bad: BadRow[] = [];
  const inputs = [
    ...(await fetchAll(database, events.filter(isAddress), token)),
    ...(await openInputs(
      events.filter((name) => !isAddress(name)),
      database.folder,
    )),
  ];
  for (const [at, input] of inputs.entries()) {
    const table = `told${at}`;
    bad.push(...(await loadTable({ database, ...input, table, wanted: eventColumns, lines: EVENT_LINES, select: eventCells })));
    await refuseOther(database, table, input.name);
  }
  const parts = inputs.map((_, at) => `select ${EVENT_CELLS.join(", ")} from told${at}`);
  await database.run(`create view told as ${parts.join(" union all ")}`);
  return bad;
}

async function fetchAll(database: Database, addresses: readonly string[], token: string | undefined): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (const [at, address] of addresses.entries()) {
    const to = join(database.folder, `fetched${at}`);
    await fetchEvents({ address, to, ...(token !== undefined && { token }) });
    inputs.push({ file: to, name: address });
  }
  return inputs;
}

/** Rows, and none of them an event: the file is another than was meant. */
async function refuseOther(database: Database, table: string, name: string): Promise<void> {
  const [[rows, events] = []] = await database.rows(`select count(*)::integer, count(type)::integer from ${table}`);
  if (Number(rows) === 0 || Number(events) > 0) return;
  throw new Error(
    `${name} holds no event. JSON lines of events or of batches as they are posted to /v1/events are needed, or what goeswith export writes. ` +
      "Nothing was written.",
  );
}
