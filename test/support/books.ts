import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hashOrder } from "../../widget/browser/lib/hashOrder.ts";
import { type BookQuestion, type BookReading, readBooks } from "../../widget/books/readBooks.ts";
import { aFolder } from "./training.ts";

export const SHOP = "aster.example";

/** Reads a text as a file of a shop's own orders. */
export async function readOrdersOf(name: string, text: string, over: Partial<BookQuestion> = {}): Promise<BookReading> {
  const file = join(await aFolder(), name);
  await writeFile(file, text);
  return readBooks({ shop: SHOP, files: [file], ...over });
}

/** The id of an order as it is stored. */
export const idOf = (order: string): Promise<string> => hashOrder(SHOP, order);
