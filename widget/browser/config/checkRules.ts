import type { Fault } from "../../types/config.ts";
import { isRecord } from "../lib/isRecord.ts";
import { DAY } from "./ruleFields.ts";

/** What rules are checked against. */
export interface RuleFacts {
  /** Whether the model knows a product. Absent: not asked. */
  readonly has?: ((product: string) => boolean) | undefined;
  /** Whether the model has products of a category. Absent: not asked. */
  readonly hasCategory?: ((category: string) => boolean) | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

type RawRule = Readonly<Record<string, unknown>>;

/** Faults of rules that are each well formed, but can never match, lead nowhere, or contradict themselves. Wrong parts are passed over. */
export function checkRules(rules: unknown, facts: RuleFacts): readonly Fault[] {
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((rule, index) => {
    const path = `rules[${index}]`;
    return isRecord(rule) ? [...checkDays(rule, path, facts.now), ...checkNever(rule, path), ...checkTargets(rule, path, facts)] : [];
  });
}

function checkDays({ since, until }: RawRule, path: string, now: number): readonly Fault[] {
  const first = isDay(since) ? since : "";
  if (!isDay(until)) return [];
  if (first > until)
    return [
      { path: `${path}.since`, what: `${first} is after until, ${until}`, mend: "Put the first day in since and the last one in until" },
    ];
  // The day ends last in the westernmost time zone.
  const today = new Date(now - 12 * 3_600_000).toISOString().slice(0, 10);
  return until < today
    ? [
        {
          path: `${path}.until`,
          what: `${until} is over, so that the rule never matches`,
          mend: "Remove the rule, or give it a later last day",
        },
      ]
    : [];
}

function checkNever(rule: RawRule, path: string): readonly Fault[] {
  const never = new Set(listOf(rule["never"]).map((target) => JSON.stringify(target)));
  return ["with", "instead"].flatMap((relation) =>
    listOf(rule[relation]).flatMap((target, index) =>
      never.has(JSON.stringify(target))
        ? [
            {
              path: `${path}.${relation}[${index}]`,
              what: `${JSON.stringify(target)} is in never of the same rule too`,
              mend: "Remove it from one of the two",
            },
          ]
        : [],
    ),
  );
}

function checkTargets(rule: RawRule, path: string, { has, hasCategory }: RuleFacts): readonly Fault[] {
  const from = isRecord(rule["from"]) ? rule["from"]["product"] : undefined;
  const named = ["with", "instead", "never"].flatMap((relation) =>
    listOf(rule[relation]).map((target, index) => ({ at: `${path}.${relation}[${index}]`, target, isOffered: relation !== "never" })),
  );
  const products = [{ at: `${path}.from.product`, target: from }, ...named].flatMap(({ at, target }) =>
    isText(target) && has?.(target) === false
      ? [
          {
            path: at,
            what: `the model knows no product "${target}"`,
            mend: "Write the id the catalogue has for it, or train the model with a catalogue that holds it",
          },
        ]
      : [],
  );
  const categories = named.flatMap(({ at, target, isOffered }) => {
    const category = isRecord(target) ? target["category"] : undefined;
    return isOffered && isText(category) && hasCategory?.(category) === false
      ? [
          {
            path: `${at}.category`,
            what: `the model has no products of the category "${category}"`,
            mend: "Write the last part of a category path of the catalogue",
          },
        ]
      : [];
  });
  return [...products, ...categories];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isDay(value: unknown): value is string {
  return isText(value) && DAY.test(value);
}
