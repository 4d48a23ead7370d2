import { readConfig } from "../browser/config/readConfig.ts";
import type { OfferSettings } from "../types/offer.ts";
import { readJsonFile } from "./readJsonFile.ts";

/** What a shopper's first page view goes by under a configuration file; without one, under the defaults. */
export async function readSettings(file: string | undefined): Promise<OfferSettings> {
  const [{ priceBand, popular, pressure }] = readConfig(file === undefined ? {} : await readJsonFile(file));
  return {
    priceBand,
    popular,
    limits: {},
    pressure,
    memory: { refused: new Set(), refusals: new Map(), seen: new Map(), brought: new Set() },
    never: { products: new Set(), categories: new Set() },
  };
}
