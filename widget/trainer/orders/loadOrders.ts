import type { Database } from "../reading/database.ts";
import { type Loaded, loadFile } from "../reading/loadTable.ts";
import type { Header } from "../reading/readHeader.ts";
import { type ChosenColumns, ORDER_LEVEL, orderColumns } from "./orderColumns.ts";
import type { OrderForm, Places } from "./orderForm.ts";
import { FILE_ROWS, KEPT, type Kept, goesOnOf, keptOf } from "./orderSql.ts";

export interface OrderLoading {
  readonly database: Database;
  readonly file: string;
  /** What messages call it. */
  readonly name: string;
  /** Which of the files it is: the table is `rawN`, rows are numbered on from N × FILE_ROWS. */
  readonly at: number;
  readonly chosen: ChosenColumns;
  /** How it is written, where that is known. */
  readonly form?: OrderForm | undefined;
}

export interface LoadedOrders extends Loaded {
  readonly file: string;
  readonly form?: OrderForm | undefined;
  /** Columns of the view that the file says something of. */
  readonly kept: ReadonlySet<string>;
  /** The lines, as SQL. */
  readonly view: string;
}

/** Loads the order lines of a file into a table of its own, with the little that is needed of each. @throws as `loadFile`. */
export async function loadOrders({ database, file, name, at, chosen, form }: OrderLoading): Promise<LoadedOrders> {
  const table = `raw${at}`;
  let kept: Kept = {};
  const loaded = await loadFile({
    ...{ database, file, name, table },
    wanted: (header) => form?.columns ?? orderColumns(header, chosen),
    select(places, header) {
      refuseTwins(name, header, { places, chosen });
      kept = keptOf(places, at, form);
      const goesOn = goesOnOf(places);
      const also = [...(header.form === "json" ? ["line::bigint as line"] : []), ...(goesOn ? [`${goesOn} as c`] : [])];
      return [...Object.entries(kept).map(([key, sql]) => `${sql} as ${key}`), ...also].join(", ");
    },
  });
  if (ORDER_LEVEL.some((key) => loaded.places.has(key))) await fillDown(database, table);
  await refuseBroken(database, table, loaded);
  const number = loaded.header.form === "json" ? "line" : "rowid";
  const columns = Object.entries(KEPT).map(([key, type]) => (key in kept ? key : `null::${type} as ${key}`));
  return {
    ...loaded,
    file: name,
    form,
    kept: new Set(Object.keys(kept)),
    view: `select ${columns.join(", ")}, ${number} + ${at * FILE_ROWS} as r from ${table}`,
  };
}

/** Two columns of one name, and one of them is needed: nobody knows which. */
function refuseTwins(file: string, { columns }: Header, { places, chosen }: { places: Places; chosen: ChosenColumns }): void {
  for (const key of ["order", "item"]) {
    const column = places.get(key)?.slice(1, -1).replaceAll('""', '"');
    const twin = columns.find((name) => name.replace(/ #\d+$/, "").toLowerCase() === column?.toLowerCase() && name !== column);
    if (twin === undefined || chosen.has(key)) continue;
    throw new Error(
      `${file}: there is more than one column ${column}; say which, as in --columns ${key}='${twin}'\nfound:\n  ${columns.join(", ")}`,
    );
  }
}

/** More rows that cannot be read than others: the file is not what its header says. */
async function refuseBroken(database: Database, table: string, { bad, header }: Loaded): Promise<void> {
  const [[good] = []] = bad.length ? await database.rows(`select count(*)::integer from ${table}`) : [];
  const [first] = bad;
  if (!first || bad.length <= Number(good)) return;
  throw new Error(
    `${first.file}: most rows do not have the columns of the header, the first in line ${first.line} (${first.what})\n` +
      `needed:\n  order, item\nfound:\n  ${header.columns.join(", ")}`,
  );
}

/** Rows that go on with the one above get its order. Reads the rows as the file has them. */
async function fillDown(database: Database, table: string): Promise<void> {
  const [[some] = []] = await database.rows(`select count(*)::integer from ${table} where c`);
  if (!Number(some)) return;
  await database.run(`create or replace table filled as
    select below.* exclude (r, head) replace (case when below.c then above.o else below.o end as o)
    from (select *, rowid as r, max(case when not c then rowid end) over (rows between unbounded preceding and current row) as head
      from ${table}) below
    left join ${table} above on above.rowid = below.head order by below.r`);
  await database.run(`drop table ${table}; alter table filled rename to ${table}`);
}
