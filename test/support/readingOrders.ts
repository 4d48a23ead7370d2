import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openDatabase } from "../../widget/trainer/reading/database.ts";
import { describeOrders } from "../../widget/trainer/orders/describeOrders.ts";
import { dayText } from "../../widget/trainer/reading/parseDay.ts";
import { readBaskets } from "../../widget/trainer/orders/readBaskets.ts";
import { type OrderQuestion, type OrderReading, readOrders } from "../../widget/trainer/orders/readOrders.ts";
import { aFolder } from "./training.ts";

/** What was read of order files, with everything else put aside. */
export interface ReadOrders {
  readonly reading: OrderReading;
  /** Products of each order, with blanks between them, sorted. */
  readonly baskets: readonly string[];
  /** By product: the first day it was bought. */
  readonly days: ReadonlyMap<string, string>;
  /** The summary, files without their folder. */
  readonly said: string;
}

/** Reads order lines of files with these texts or bytes. */
export async function readOrderFiles(
  texts: readonly (string | Uint8Array)[],
  asked: Partial<OrderQuestion> = {},
  aliases?: ReadonlyMap<string, string>,
): Promise<ReadOrders> {
  const folder = await aFolder();
  const files = texts.map((_, at) => join(folder, `orders${at + 1}.csv`));
  for (const [at, text] of texts.entries()) await writeFile(files[at] ?? "", text);
  const database = await openDatabase();
  try {
    const reading = await readOrders(database, { orders: files, ...asked }, aliases);
    const rows = await database.rows(
      "select string_agg(product, ' ' order by product) as basket from (select distinct o, product from lines) group by o order by basket",
    );
    const days = await database.rows("select product, min(day) from lines where day is not null group by product order by product");
    return {
      reading,
      baskets: rows.map(([basket]) => String(basket)),
      days: new Map(days.map(([product, day]) => [String(product), dayText(Number(day))])),
      said: describeOrders(reading, await readBaskets(database)).replaceAll(`${folder}/`, ""),
    };
  } finally {
    await database.close();
  }
}
