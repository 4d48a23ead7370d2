import type { Config } from "../../types/config.ts";
import type { Options } from "../../types/options.ts";
import { getJson } from "../lib/getJson.ts";
import { createModel, type Model } from "../model/createModel.ts";

/** The model, and which build of it was read. */
export interface OpenModel extends Model {
  build(): string | undefined;
}

/** The model of this page, where it has one. Nothing is asked for yet. */
export function openModel({ model: given }: Options, config: Config): OpenModel | undefined {
  const address = given?.address ?? config.model;
  if (!address) return undefined;
  const model = createModel({ address, manifest: given?.manifest, get: (file) => getJson(file) });
  let build: string | undefined;
  return {
    build: () => build,
    async load(...asked) {
      const part = await model.load(...asked);
      build = part.manifest.build;
      return part;
    },
  };
}
