import { join } from "node:path";
import { type Catalogue, type Item, readCatalogue } from "../../widget/trainer/catalogue/readCatalogue.ts";
import { describeNotice } from "../../widget/trainer/catalogue/notices.ts";
import { aliasesOf } from "../../widget/trainer/exports/aliasesOf.ts";
import { SHOP_SYSTEMS } from "../../widget/trainer/exports/index.ts";
import { type Exports, openExports } from "../../widget/trainer/exports/openExports.ts";
import { type OrderReading, readOrders } from "../../widget/trainer/orders/readOrders.ts";
import { openDatabase } from "../../widget/trainer/reading/database.ts";

export const EXPORTS = join(import.meta.dirname, "../fixtures/exports");

/** What was read of the exports of a shop system. */
export interface ReadExports extends Exports {
  /** Products of each order, with blanks between them, sorted. */
  readonly baskets: readonly string[];
  readonly reading?: OrderReading;
  readonly catalogue?: Catalogue;
  readonly byId: Readonly<Record<string, Item>>;
  readonly told: string;
  /** Reason → how many lines were left out. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** Reads files of the fixtures, or of any folder, as `goeswith train --from` does. */
export async function readExports(system: string, ...names: readonly string[]): Promise<ReadExports> {
  const database = await openDatabase();
  try {
    const shop = SHOP_SYSTEMS.get(system);
    if (!shop) throw new Error(system);
    const exports = await openExports(
      database,
      shop,
      names.map((name) => (name.startsWith("/") ? name : join(EXPORTS, name))),
    );
    const { currency } = exports;
    const options = { date: "2026-01-02", ...(currency && { currency }) };
    const catalogue = exports.products.length ? await readCatalogue(database, exports.products, options) : undefined;
    const aliases = catalogue && aliasesOf(catalogue);
    const reading = exports.orders.length ? await readOrders(database, { orders: [], exports: exports.orders }, aliases) : undefined;
    const rows = reading
      ? await database.rows(
          "select string_agg(product, ' ' order by product) as basket from (select distinct o, product from lines) group by o order by basket",
        )
      : [];
    return {
      ...exports,
      baskets: rows.map(([basket]) => String(basket)),
      ...(reading && { reading }),
      ...(catalogue && { catalogue }),
      byId: Object.fromEntries((catalogue?.items ?? []).map((item) => [item.id, item])),
      told: (catalogue?.notices ?? []).map(describeNotice).join("\n"),
      skipped: Object.fromEntries(reading?.skipped ?? []),
    };
  } finally {
    await database.close();
  }
}
