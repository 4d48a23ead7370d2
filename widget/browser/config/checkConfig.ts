import type { Fault } from "../../types/config.ts";
import { isRecord } from "../lib/isRecord.ts";
import type { Manifest } from "../../types/model.ts";
import { allFields } from "./allFields.ts";
import { checkExperiment } from "./checkExperiment.ts";
import { checkModel } from "./checkModel.ts";
import { checkRules, type RuleFacts } from "./checkRules.ts";
import { checkSettings } from "./checkSettings.ts";
import { configSchema, fieldPath } from "./configSchema.ts";
import { DESCRIPTIONS } from "./descriptions.ts";
import type { JsonSchema } from "./describingWords.ts";
import { findFaults, UNKNOWN_KEY } from "./findFaults.ts";
import { nearest } from "./nearest.ts";
import { schemasAt, stepsOf, valueAt, wantedOf } from "./wanted.ts";

/** How to make the model's files. */
const TRAIN = "goeswith train --orders orders.csv --catalogue catalogue.csv --out DIR";

export interface CheckFacts extends Partial<RuleFacts> {
  /** What is wrong with the model's folder. */
  readonly modelFault?: string | undefined;
  /** Of the model. */
  readonly manifest?: Pick<Manifest, "date" | "rules"> | undefined;
}

/**
 * Everything that is wrong with a configuration, for the merchant at a desk: what the browser would ignore, told at more length, and
 * what only shows with the model, the calendar and the world's lists of names at hand.
 */
export function checkConfig(raw: unknown, { has, hasCategory, modelFault, manifest, now = Date.now() }: CheckFacts = {}): Fault[] {
  const schema = configSchema();
  const faults = findFaults(allFields, raw).map((fault) => enrich(fault, raw, schema));
  if (modelFault !== undefined) faults.push({ path: "model", what: modelFault, mend: `Make one with ${TRAIN}` });
  if (!isRecord(raw)) return faults;
  return [
    ...faults,
    ...checkSettings(raw),
    ...checkExperiment(raw),
    ...checkRules(raw["rules"], { has, hasCategory, now }),
    ...(manifest ? checkModel(raw, manifest, now) : []),
  ];
}

function enrich(fault: Fault, raw: unknown, schema: JsonSchema): Fault {
  const steps = stepsOf(fault.path);
  if (fault.what === UNKNOWN_KEY) return { ...fault, mend: mendKey(schema, steps) };
  const value = valueAt(raw, steps);
  return {
    path: fault.path,
    what: value === undefined ? "is missing" : `${show(value)} is a wrong value`,
    mend: mendValue(fault, value, schemasAt(schema, steps)),
  };
}

function mendValue({ path, mend }: Fault, value: unknown, schemas: readonly JsonSchema[]): string {
  const choices = schemas.flatMap(({ enum: all = [] }) => all.filter((choice) => typeof choice === "string"));
  const meant = typeof value === "string" ? nearest(value, choices) : undefined;
  const words = meant ? `Did you mean "${meant}"?` : `Write ${wantedOf(schemas)}.`;
  const purpose = DESCRIPTIONS[fieldPath(path)];
  return schemas.length > 0 ? [words, ...(purpose ? [purpose] : [])].join(" ") : mend;
}

function mendKey(schema: JsonSchema, steps: readonly string[]): string {
  const known = [...new Set(schemasAt(schema, steps.slice(0, -1)).flatMap(({ properties = {} }) => Object.keys(properties)))];
  const meant = nearest(steps.at(-1) ?? "", known);
  return meant ? `Did you mean "${meant}"?` : `Remove it; there are ${known.join(", ")}`;
}

/** Long values are cut. */
function show(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
