import { readFile } from "node:fs/promises";
import { readConfig } from "../../widget/browser/config/readConfig.ts";
import { createLive } from "../../widget/browser/flow/createLive.ts";
import { decide, investigate, type Sight } from "../../widget/browser/flow/decide.ts";
import { openRules } from "../../widget/browser/flow/openRules.ts";
import { openSource } from "../../widget/browser/flow/openSource.ts";
import { createModel } from "../../widget/browser/model/createModel.ts";
import type { Plan } from "../../widget/types/offer.ts";
import type { Platform } from "../../widget/types/platform.ts";
import { aSettings } from "./builders.ts";

/** A model in a folder, and the rules a configuration has beside it. */
export interface RuledShop {
  readonly folder: string;
  readonly rules: unknown;
}

/** The files a shop's page reads, and what it decides, by the widget's own flow. */
export interface PlannedPage {
  readonly plan: Omit<Plan, "misfits">;
  readonly files: readonly string[];
}

export async function planPage({ folder, rules: given }: RuledShop, sight: Sight): Promise<PlannedPage> {
  const [config] = readConfig({ model: folder, rules: given, priceBand: 2 });
  const files: string[] = [];
  const get = async (file: string) => {
    files.push(file.slice(folder.length + 1));
    return JSON.parse(await readFile(file, "utf8")) as unknown;
  };
  const model = { ...createModel({ address: folder, get }), build: () => undefined };
  const rules = openRules(config.rules, model);
  const source = openSource(config.sources, { shop: "", rules, model, platform: {}, popular: false });
  const { memory } = aSettings();
  const world = { config, model, source, rules, memory, live: createLive({} as Platform) };
  const findings = await investigate(world, sight, new AbortController().signal);
  return { plan: decide(world, findings), files };
}
