import { ORDER_COLUMNS } from "./columns.ts";
import type { Database } from "./database.ts";
import { type BadRow, loadTable } from "./loadTable.ts";

/** Orders as sets of products. Products are numbered from the most to the least ordered one, equals by id. */
export interface Orders {
  readonly ids: readonly string[];
  /** Orders that hold the product. */
  readonly counts: Int32Array;
  /** Order `o` holds the products `items[starts[o]]` to `items[starts[o + 1] - 1]`, ascending. */
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

export interface OrderReading {
  readonly orders: Orders;
  readonly lines: number;
  /** Why lines were left out, and how many. */
  readonly skipped: ReadonlyMap<string, number>;
  readonly bad: readonly BadRow[];
  /** Share of the otherwise good lines whose item is in the catalogue; absent without a catalogue. */
  readonly matched?: number;
  /** A few items that are not in it. */
  readonly strangers: readonly string[];
}

const STRANGERS = 5;
/** More pieces than this in one line are a slip of the keyboard. */
const MOST_PIECES = 1_000_000;

/** A line's fate, asked in this order. A blank quantity is one piece. */
const FATE = `case
  when coalesce(o, '') = '' then 'no order id'
  when coalesce(i, '') = '' then 'no item id'
  when regexp_matches(coalesce(s, ''), '^(wc-)?(cancel|refund|void|fail|test)') then 'cancelled, refunded, failed or test order'
  when coalesce(q, '') <> '' and not coalesce(n > 0 and n <= ${MOST_PIECES}, false) then 'quantity not a number above nought'
  end`;

/** Reads order lines. With `aliases` (any id → product id) lines of other items are left out. */
export async function readOrders(
  database: Database,
  files: readonly string[],
  aliases?: ReadonlyMap<string, string>,
): Promise<OrderReading> {
  const bad: BadRow[] = [];
  const parts: string[] = [];
  for (const [at, file] of files.entries()) {
    bad.push(...(await loadTable({ database, file, table: `orders_${at}`, wanted: ORDER_COLUMNS })));
    parts.push(`select trim(order_id) as o, trim(item_id) as i, trim(quantity) as q, lower(status) as s from orders_${at}`);
  }
  await database.run(`create table read as
    select o, i, ${FATE} as fate from (select *, try_cast(replace(q, ',', '.') as double) as n from (${parts.join(" union all ")}))`);
  await database.fill("aliases", ["alias", "product"], aliases ?? []);
  const product = aliases ? "from read join aliases on alias = i" : "from (select *, i as product from read)";
  await database.run(`create table lines as select distinct o, product ${product} where fate is null`);
  const skipped = await readSkipped(database);
  const [[lines, good] = []] = await database.rows("select count(*)::integer, count(*) filter (fate is null)::integer from read");
  const [[known] = []] = await database.rows(`select count(*)::integer ${product} where fate is null`);
  const unknown = Number(good) - Number(known);
  if (unknown) skipped.set("item not in the catalogue", unknown);
  const orders = await readBaskets(database);
  const strangers = await readStrangers(database, aliases);
  return { orders, lines: Number(lines), skipped, bad, strangers, ...(aliases && good && { matched: Number(known) / Number(good) }) };
}

async function readSkipped(database: Database): Promise<Map<string, number>> {
  const rows = await database.rows("select fate, count(*)::integer from read where fate is not null group by fate order by fate");
  return new Map(rows.map(([fate, count]) => [String(fate), Number(count)]));
}

async function readStrangers(database: Database, aliases: ReadonlyMap<string, string> | undefined): Promise<readonly string[]> {
  if (!aliases) return [];
  const rows = await database.rows(
    `select i from read anti join aliases on alias = i where fate is null group by i order by count(*) desc, i limit ${STRANGERS}`,
  );
  return rows.map(([id]) => String(id));
}

async function readBaskets(database: Database): Promise<Orders> {
  await database.run(`create table numbered as
    select product, n, (row_number() over (order by n desc, product) - 1)::integer as k
    from (select product, count(*)::integer as n from lines group by product)`);
  const products = await database.rows("select product, n from numbered order by k");
  const counts = Int32Array.from(products, ([, n]) => Number(n));
  const [[total] = []] = await database.rows("select count(distinct o)::integer from lines");
  const starts = new Int32Array(Number(total) + 1);
  const items = new Int32Array(counts.reduce((sum, n) => sum + n, 0));
  let at = 0;
  await database.each(
    `select (dense_rank() over (order by o))::integer as place, k from lines join numbered using (product) order by place, k`,
    ([place, k]) => {
      items[at++] = Number(k);
      starts[Number(place)] = at;
    },
  );
  return { ids: products.map(([id]) => String(id)), counts, starts, items };
}
