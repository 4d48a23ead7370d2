/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import type { Column } from "../reading/columns.ts";
import { type Database, named } from "../reading/database.ts";
import { type History, leastSeen, type Pairs } from "./history.ts";
import { loadTable } from "../reading/loadTable.ts";
import type { BadRow } from "../reading/readCsv.ts";
import { ints } from "../lib/sharedInts.ts";

/** Columns of a file of pair counts. */
const PAIR_COLUMNS: readonly Column[] = [
  { key: "a", names: ["item_a", "a", "item"], needed: true },
  { key: "b", names: ["item_b", "b", "other"], needed: true },
  { key: "orders", names: ["orders", "count", "n"], needed: true },
  { key: "weight", names: ["weight", "mass"] },
];

/** Weights are read to the sixty-fourth of an order. */
const UNIT = 64;

export interface PairReading {
  readonly history: History;
  readonly bad: readonly BadRow[];
  /** Rows that were read, and of them those that say no number of orders or name no product of the catalogue. */
  readonly rows: number;
  readonly unused: number;
}

/**
 * Reads pair counts made elsewhere: `item_a, item_b, orders` and, if newer orders shall count more, `weight`. A row with both items is a
 * pair (in either order), one without `item_b` the product's own orders, one without any the number of all orders. Rows of the same
 * items add up, so that parts of a history can be counted apart. With `aliases` (any id → product id) rows of other items are left out.
 * @throws when the number of all orders is missing, or a product of a pair has no orders of its own.
 */
export async function readPairs(database: Database, files: readonly string[], aliases?: ReadonlyMap<string, string>): Promise<PairReading> {
  const bad: BadRow[] = [];
  for (const [at, file] of files.entries()) bad.push(...(await loadTable({ database, file, table: `pairs_${at}`, wanted: PAIR_COLUMNS })));
  const parts = files.map((_, at) => `select ${PAIR_COLUMNS.map(({ key }) => named(key)).join(", ")} from pairs_${at}`);
  await database.run(`create table pair_rows as select coalesce(trim(a), '') as a, coalesce(trim(b), '') as b,
    try_cast(orders as bigint) as n, coalesce(try_cast(weight as double), try_cast(orders as double)) * ${UNIT} as mass, weight is not null as weighed
    from (${parts.join(" union all ")})`);
  await database.fill("pair_names", ["alias", "product"], aliases ?? []);
  const product = (side: string) => (aliases ? `(select product from pair_names where alias = ${side})` : side);
  await database.run(`create table pair_sums as
    select a, b, sum(n)::bigint as n, sum(round(mass))::bigint as mass from (
      select least(x, y) as a, greatest(x, y) as b, n, mass from (
        select case when a = '' then '' else ${product("a")} end as x,
          case when b = '' or b = a then '' else ${product("b")} end as y, n, mass
        from pair_rows where n > 0)
      where x is not null and y is not null and (x <> y or x = ''))
    group by 1, 2`);
  const [[rows, used, weighed] = []] = await database.rows(
    "select count(*)::integer, count(*) filter (n > 0)::integer, bool_or(weighed and mass <> n * 64) from pair_rows",
  );
  const history = await gather(database, weighed ? UNIT : 1);
  return { history, bad, rows: Number(rows), unused: Number(rows) - Number(used) };
}

async function gather(database: Database, unit: number): Promise<History> {
  const mass = unit === 1 ? "n" : "mass";
  const [[orders, all] = []] = await database.rows(`select n, ${mass} from pair_sums where a = '' and b = ''`);
  if (orders === undefined)
    throw new Error("the pair counts lack the number of all orders: a row with item_a and item_b left empty. Nothing was written.");
  await database.run(`create table pair_products as
    select b as product, n::integer as n, ${mass}::integer as mass, (row_number() over (order by n desc, b) - 1)::integer as k
    from pair_sums where a = '' and b <> ''`);
  const [[stranger] = []] = await database.rows(
    "select x from (select a as x from pair_sums where a <> '' union select b from pair_sums where a <> '') anti join pair_products on product = x order by x limit 1",
  );
  if (stranger !== undefined)
    throw new Error(`the pair counts lack the orders of ${String(stranger)} alone: a row with item_b left empty. Nothing was written.`);
  const products = await database.rows("select product, n, mass from pair_products order by k");
  const counts = ints(products.length);
  const masses = ints(products.length);
  for (const [k, [, n, m]] of products.entries()) [counts[k], masses[k]] = [Number(n), Number(m)];
  const pairs = await readRows(database, { products: products.length, mass });
  return {
    ids: products.map(([id]) => String(id)),
    orders: Number(orders),
    mass: Number(all),
    unit,
    counts,
    masses: unit === 1 ? counts : masses,
    pairs: unit === 1 ? { ...pairs, masses: pairs.counts } : pairs,
  };
}

async function readRows(database: Database, { products, mass }: { readonly products: number; readonly mass: string }): Promise<Pairs> {
  const sides = `from pair_sums join pair_products one on one.product = pair_sums.a join pair_products two on two.product = pair_sums.b
    where pair_sums.a <> '' and pair_sums.n >= ${leastSeen(products)}`;
  const columns = (i: string, j: string) =>
    `select ${i}.k as i, ${j}.k as j, pair_sums.n::integer as n, pair_sums.${mass}::integer as mass ${sides}`;
  await database.run(`create table pair_cells as ${columns("one", "two")} union all ${columns("two", "one")}`);
  const [[size] = []] = await database.rows("select count(*)::integer from pair_cells");
  const cells = Number(size);
  const starts = ints(products + 1);
  const [others, counts, masses] = [ints(cells), ints(cells), ints(cells)];
  let at = 0;
  await database.eachInts("select i, j, n, mass from pair_cells order by i, j", ([rows, js, ns, ms]) => {
    others.set(js!, at);
    counts.set(ns!, at);
    masses.set(ms!, at);
    for (const row of rows!) starts[row + 1]!++;
    at += rows!.length;
  });
  for (let row = 0; row < products; row++) starts[row + 1]! += starts[row]!;
  return { starts, others, counts, masses };
}
