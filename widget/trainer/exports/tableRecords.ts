import type { OrderForm } from "../orders/orderForm.ts";
import type { Database } from "../reading/database.ts";
import { loadFile, loadTable } from "../reading/loadTable.ts";
import type { Input } from "../reading/openInputs.ts";
import { readHeader } from "../reading/readHeader.ts";
import type { Fields } from "./exportKind.ts";

/** The rows of a table by the names of its columns, blank cells too. */
export async function* tableRecords(database: Database, file: string): AsyncGenerator<Fields> {
  const { columns } = await readHeader(file);
  const wanted = columns.map((name, at) => ({ key: `c${at}`, names: [name] }));
  await loadTable({ database, file, table: "records", wanted });
  const rows: Fields[] = [];
  await database.each("select * from records order by rowid", (cells) =>
    rows.push(Object.fromEntries(columns.map((name, at) => [name, String(cells[at] ?? "")]))),
  );
  yield* rows;
}

interface Counting {
  readonly form: OrderForm;
  readonly currencies: Map<string, number>;
}

/** Adds the orders paid in each currency, where the file has a column for it. */
export async function countCurrencies(database: Database, { file, name }: Input, { form, currencies }: Counting): Promise<void> {
  const wanted = form.columns.filter(({ key }) => key === "currency").map(({ key, names }) => ({ key, names }));
  const { places } = await loadFile({ database, file, name, table: "currencies", wanted });
  if (!places.has("currency")) return;
  const rows = await database.rows(
    "select upper(trim(currency)) as code, count(*)::integer from currencies where regexp_matches(code, '^[A-Z]{3}$') group by code",
  );
  for (const [code, count] of rows) currencies.set(String(code), (currencies.get(String(code)) ?? 0) + Number(count));
}
