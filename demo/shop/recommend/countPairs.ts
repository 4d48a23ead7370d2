import { DuckDBInstance } from "@duckdb/node-api";
import type { Catalogue } from "../catalogue/createCatalogue.ts";

/** For each product, what was bought in the same orders and in which share of them, best first. */
export type Pairs = ReadonlyMap<string, readonly { readonly id: string; readonly share: number }[]>;

/** Pairs seen in fewer orders say nothing. */
const MIN_ORDERS = 5;

const COUNT = `
  with names as (select unnest(from_json($names, '[{"alias":"VARCHAR","id":"VARCHAR"}]'), recursive := true)),
  lines as (select distinct order_id, names.id from read_csv($file, header = true, all_varchar = true) orders join names on names.alias = orders.item_id),
  sizes as (select id, count(*) orders from lines group by id)
  select a.id id, b.id other, count(*) / any_value(sizes.orders) as share
  from lines a join lines b on a.order_id = b.order_id and a.id <> b.id join sizes on sizes.id = a.id
  group by a.id, b.id having count(*) >= ${MIN_ORDERS} order by a.id, share desc, b.id`;

/** Counts the orders file (CSV, gzipped or not); variant ids and SKUs count as their product. */
export async function countPairs(file: string, catalogue: Catalogue): Promise<Pairs> {
  const instance = await DuckDBInstance.create();
  try {
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll(COUNT, { file, names: JSON.stringify(namesOf(catalogue)) });
    const pairs = new Map<string, { id: string; share: number }[]>();
    for (const row of reader.getRowObjects()) {
      const id = String(row.id);
      pairs.set(id, [...(pairs.get(id) ?? []), { id: String(row.other), share: Number(row.share) }]);
    }
    return pairs;
  } finally {
    instance.closeSync();
  }
}

function namesOf({ products }: Catalogue): readonly { readonly alias: string; readonly id: string }[] {
  return products.flatMap(({ id, variants, skus }) =>
    [id, ...variants.map((variant) => variant.id), ...skus].map((alias) => ({ alias, id })),
  );
}
