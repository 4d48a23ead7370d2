import { readConfig } from "../../browser/config/readConfig.ts";
import { readRules } from "../../browser/config/readRules.ts";
import type { Model } from "../../browser/model/createModel.ts";
import { foldedRules } from "../../browser/sources/foldedRules.ts";
import { givenRules } from "../../browser/sources/givenRules.ts";
import type { OpenRules } from "../../browser/sources/rules.ts";
import type { Rule } from "../../types/config.ts";
import type { CaseShop } from "./offersCase.ts";
import { readJsonFile } from "../reading/readJsonFile.ts";

/** The shop with this model, for as many models as there are to be looked at. */
export type ShopWith = (model: Model) => Promise<CaseShop>;

/**
 * What a shopper's first page view goes by under a configuration file. Without one: under the defaults, and under the rules that the model
 * carries, which were put into it to be obeyed. @throws when the file is no JSON.
 */
export async function readShop(file: string | undefined): Promise<ShopWith> {
  const raw = file === undefined ? undefined : await readJsonFile(file);
  const [{ priceBand, popular, pressure, rules }] = readConfig(raw ?? {});
  const settings: CaseShop["settings"] = {
    priceBand,
    popular,
    limits: {},
    pressure,
    memory: { refused: new Set(), refusals: new Map(), seen: new Map(), brought: new Set() },
    never: { products: new Set(), categories: new Set() },
  };
  const [asked] = readRules(raw === undefined ? "model" : rules);
  return async (model) => ({ model, settings, rules: await openRules(model, asked) });
}

async function openRules(model: Model, rules: readonly Rule[] | "model"): Promise<OpenRules | undefined> {
  if (rules !== "model") return rules.length ? givenRules(rules, model) : undefined;
  const { manifest } = await model.load([]);
  return manifest.rules && foldedRules(model);
}
