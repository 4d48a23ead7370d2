import type { Config } from "../../types/config.ts";
import type { Options } from "../../types/options.ts";
import { getJson } from "../lib/getJson.ts";
import { createModel, type Model } from "../model/createModel.ts";

/** The model of this page, where it has one. Nothing is asked for yet. `locale`: of the page, told once the manifest is there. */
export function openModel({ model: given }: Options, config: Config, locale: () => string): Model | undefined {
  const address = given?.address ?? config.model;
  return address ? createModel({ address, manifest: given?.manifest, locale, get: (file) => getJson(file) }) : undefined;
}
