import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { StoreFront } from "../shop/storeFront.ts";
import { front as electronics } from "../stores/electronics/front.ts";
import { generateOrders } from "../stores/electronics/generateOrders.ts";
import { products } from "../stores/electronics/products.ts";
import { writeOrders } from "../stores/electronics/writeOrders.ts";
import { writeCatalogue } from "../stores/writeCatalogue.ts";

/** A store ready to be opened: its files, where its model goes, and how it looks. */
export interface StoreFiles {
  readonly orders: string;
  readonly catalogue: string;
  /** Rules that the model carries, for configurations that ask for them. */
  readonly rules?: string;
  readonly model: string;
  readonly front: StoreFront;
  readonly config: object;
}

export const ORDER_COUNT = 20_000;
export const ORDER_SEED = 20_251_101;

/** Writes the electronics store's catalogue and orders into `cache`. The same bytes every time. */
export async function electronicsFiles(cache: string): Promise<StoreFiles> {
  await mkdir(cache, { recursive: true });
  const [orders, catalogue] = [join(cache, "orders.csv"), join(cache, "catalogue.csv")];
  await writeFresh(catalogue, writeCatalogue(products));
  await writeFresh(orders, writeOrders(generateOrders({ products, count: ORDER_COUNT, seed: ORDER_SEED })));
  const config = JSON.parse(await readFile("demo/stores/electronics/goeswith.json", "utf8")) as object;
  return { orders, catalogue, rules: "demo/configs/rules.json", model: join(cache, "model"), front: electronics, config };
}

/** Leaves a file alone that holds the text already: another demo may be reading it. */
async function writeFresh(file: string, text: string): Promise<void> {
  const old = await readFile(file, "utf8").catch(() => undefined);
  if (old !== text) await writeFile(file, text);
}

/** A merchant's own files in the same shop; the store is named after their folder, or after the catalogue itself. */
export function merchantFiles(cache: string, files: { readonly orders: string; readonly catalogue: string }, currency: string): StoreFiles {
  const [orders, catalogue] = [resolve(files.orders), resolve(files.catalogue)];
  const place = createHash("sha256").update(`${orders}\n${catalogue}`).digest("hex").slice(0, 12);
  const folder = basename(dirname(catalogue));
  const name = `${folder[0]?.toUpperCase() ?? ""}${folder.slice(1)}`;
  const front: StoreFront = {
    name,
    tagline: "Your own catalogue and orders",
    currency,
    locale: currency === "GBP" ? "en-GB" : "en-IE",
    rows: [],
    soldOutOnAdd: [],
    picture: () => undefined,
  };
  const config = {
    shop: folder,
    model: "/model",
    sources: [{ name: "rules" }, { name: "model" }],
    currency,
    consent: "required",
    report: { url: "/v1/events" },
  };
  return { orders, catalogue, model: join(cache, place, "model"), front, config };
}
