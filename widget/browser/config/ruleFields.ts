import type { Rule, RuleFrom, Segment } from "../../types/config.ts";
import type { Pattern, MoreWords } from "../lib/shape.ts";

const DATE = /^\d{4}-\d\d-\d\d$/;

/** A day that the calendar has: 2026-02-30 is none. */
export const DAY: Pattern = {
  source: DATE.source,
  test: (day) => DATE.test(day) && new Date(day).getUTCDate() === Number(day.slice(8)),
};
export const HOURS = /^([01]\d|2[0-4])-([01]\d|2[0-4])$/;
export const COUNTRY = /^[A-Z]{2}$/;

/** The rules' part of the table: the rules, or where they are. A rule is whole, because without its wrong part it would reach further than the merchant meant. */
export function ruleFields<S>({ choice, either, list, need, or, text, whole }: MoreWords<S>): S {
  const flag = choice(true, false);
  const day = text(DAY);
  const targets = list(either(text(), whole({ category: need(text()) })));
  const from = { product: text(), category: text(), tag: text(), attribute: whole({}, text()) } satisfies Record<keyof RuleFrom, S>;
  const when = { loggedIn: flag, group: text(), country: list(text(COUNTRY)), firstVisit: flag, hours: text(HOURS) } satisfies Record<
    keyof Segment,
    S
  >;
  const rule = {
    from: need(whole(from)),
    with: targets,
    instead: targets,
    never: targets,
    text: text(),
    since: day,
    until: day,
    when: whole(when),
  } satisfies Record<keyof Rule, S>;
  return or(either(choice("model"), list(whole(rule))), []);
}
