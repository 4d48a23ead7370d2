import { join } from "node:path";
import { isRecord } from "../../browser/lib/isRecord.ts";
import { createModel } from "../../browser/model/createModel.ts";
import type { Manifest } from "../../types/model.ts";
import type { ProductId } from "../../types/product.ts";
import { groupRows } from "../lib/groupRows.ts";
import { readChanges } from "../feedback/readChanges.ts";
import { planCase } from "./offersCase.ts";
import { readJsonFile } from "../reading/readJsonFile.ts";
import type { ShopWith } from "./readShop.ts";
import { reviewRows, type SheetRow } from "./reviewRows.ts";

/** Files of the model that are held at a time: those that every product asks for, and the last ones read. */
const HELD = 32;

/**
 * The rows of every product of a model, by product id. Each product's page is decided from the files that a browser would read for it, and
 * let go of, so that a model of any size is gone through in little room.
 */
export async function* reviewModel(folder: string, manifest: Manifest, shopWith: ShopWith): AsyncGenerator<readonly SheetRow[]> {
  const get = holding(HELD);
  const changes = groupRows(await readChanges(folder, manifest), (pair) => pair.for);
  for (const id of await productIds(folder, manifest)) {
    const shop = await shopWith(createModel({ address: folder, get }));
    const planned = await planCase(shop, { given: [id], isPage: true });
    const product = planned.part.product(id);
    if (product)
      yield reviewRows(product, planned, { matched: shop.rules?.matched(planned.context) ?? [], changes: changes.get(id) ?? [] });
  }
}

/** Ids alone of all products. */
async function productIds(folder: string, { build, shards }: Manifest): Promise<readonly ProductId[]> {
  const ids: ProductId[] = [];
  for (let number = 0; number < shards; number++) {
    const shard = await readJsonFile(join(folder, build, `${number}.json`));
    const { entries, cards } = isRecord(shard) ? shard : {};
    // What is no product (a category, rules) has no card.
    if (isRecord(entries) && isRecord(cards)) ids.push(...Object.keys(entries).filter((key) => Object.hasOwn(cards, key)));
  }
  return ids.sort();
}

/** Reads files, the last few of them once. */
function holding(most: number): (file: string) => Promise<unknown> {
  const held = new Map<string, Promise<unknown>>();
  return (file) => {
    const reading = held.get(file) ?? readJsonFile(file);
    held.delete(file);
    held.set(file, reading);
    const [oldest] = held.keys();
    if (held.size > most && oldest !== undefined) held.delete(oldest);
    return reading;
  };
}
