import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openDatabase } from "../../widget/trainer/reading/database.ts";
import { type Catalogue, type Item, readCatalogue } from "../../widget/trainer/catalogue/readCatalogue.ts";
import { describeNotice } from "../../widget/trainer/catalogue/notices.ts";
import { aFolder } from "./training.ts";

/** A catalogue as it was read, its items by id and what was told about it. */
export interface ReadFiles extends Catalogue {
  readonly byId: Readonly<Record<string, Item>>;
  readonly told: string;
}

/** Reads files of these texts, by name, as one catalogue. */
export async function catalogueOf(texts: Readonly<Record<string, string | Uint8Array>>, currency?: string): Promise<ReadFiles> {
  const folder = await aFolder();
  const files = Object.keys(texts).map((name) => join(folder, name));
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  const database = await openDatabase();
  try {
    const catalogue = await readCatalogue(database, files, { date: "2026-01-02", ...(currency && { currency }) });
    const byId = Object.fromEntries(catalogue.items.map((item) => [item.id, item]));
    return { ...catalogue, byId, told: catalogue.notices.map(describeNotice).join("\n") };
  } finally {
    await database.close();
  }
}
