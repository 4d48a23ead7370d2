import { isRecord } from "../lib/isRecord.ts";
import type { JsonSchema } from "./describingWords.ts";
import { ADDRESS, CURRENCY, LANGUAGE } from "./fields.ts";
import { COUNTRY, DAY, HOURS } from "./ruleFields.ts";

const PATTERNS: ReadonlyMap<string | undefined, string> = new Map([
  [ADDRESS.source, "an http(s) address or a path"],
  [DAY.source, "a day of the calendar such as 2026-12-24"],
  [HOURS.source, "two hours such as 08-18"],
  [LANGUAGE.source, "a language tag such as nl or pt-BR"],
  [CURRENCY.source, "three capital letters such as EUR"],
  [COUNTRY.source, "two capital letters such as DE"],
]);

/** What a value of this schema is, in words. */
function wanted({ type, enum: choices, anyOf, pattern, minimum, maximum, items, properties, additionalProperties }: JsonSchema): string {
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(" or ");
  if (anyOf) return wantedOf(anyOf);
  if (type === "string") return PATTERNS.get(pattern) ?? "a text";
  if (type === "array") return `a list, each item ${wanted(items ?? {})}`;
  if (type !== "object") return `${type === "integer" ? "a whole number" : "a number"} from ${minimum} to ${maximum}`;
  return properties
    ? `an object of ${Object.keys(properties).join(", ")}`
    : `an object of names, each with ${wanted(additionalProperties || {})}`;
}

/** What any of these takes, in words. */
export function wantedOf(schemas: readonly JsonSchema[]): string {
  return [...new Set(schemas.map(wanted))].join(" or ");
}

/** The steps of a path: `rules[2].since` is `rules`, `2`, `since`. */
export function stepsOf(path: string): readonly string[] {
  return path.match(/[^.[\]]+/g) ?? [];
}

/** All that a value at these steps may be. */
export function schemasAt(schema: JsonSchema, steps: readonly string[]): readonly JsonSchema[] {
  const here = schema.anyOf ?? [schema];
  const [step, ...rest] = steps;
  if (step === undefined) return here;
  return here.flatMap(({ items, properties, additionalProperties }) => {
    const next =
      (properties && Object.hasOwn(properties, step) ? properties[step] : undefined) ?? items ?? (additionalProperties || undefined);
    return next ? schemasAt(next, rest) : [];
  });
}

/** The value at these steps; `undefined`: there is none. A bare string stands for the one key it is short for. */
export function valueAt(raw: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((value, step) => {
    if (typeof value === "string") return value;
    if (Array.isArray(value)) return (value as readonly unknown[])[Number(step)];
    return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, raw);
}
