import type { Config } from "../../types/config.ts";
import type { Options } from "../../types/options.ts";
import { getJson } from "../lib/getJson.ts";
import { createModel, type Model } from "../model/createModel.ts";

/** The model, and which build of it was read. */
export interface OpenModel extends Model {
  build(): string | undefined;
}

/** The model of this page, where it has one. Nothing is asked for yet. `locale`: of the page, told once the manifest is there. */
export function openModel({ model: given }: Options, config: Config, locale: () => string): OpenModel | undefined {
  const address = given?.address ?? config.model;
  if (!address) return undefined;
  const model = createModel({ address, manifest: given?.manifest, locale, get: (file) => getJson(file) });
  let build: string | undefined;
  return {
    build: () => build,
    read: model.read,
    async load(...asked) {
      const part = await model.load(...asked);
      build = part.manifest.build;
      return part;
    },
  };
}
