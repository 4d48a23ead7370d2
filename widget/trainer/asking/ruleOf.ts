import type { ModelPart } from "../../browser/model/createModel.ts";
import { OF_CATEGORY } from "../../browser/sources/rules.ts";
import type { MatchedRule } from "../../browser/sources/rulesFor.ts";
import type { RuleTarget } from "../../types/config.ts";
import type { Candidate, DropCode } from "../../types/offer.ts";
import type { Product } from "../../types/product.ts";

/** The merchant's rules that start here, and what is loaded of the model. */
export interface RulesHere {
  readonly part: ModelPart;
  readonly matched: readonly MatchedRule[];
}

/** The rule that brought a candidate, in words; `undefined`: none did. */
export function broughtBy({ part, matched }: RulesHere, candidate: Candidate): string | undefined {
  const relation = candidate.kind === "cross-sell" ? "with" : "instead";
  const inOrder = [...matched.filter(({ isOn }) => isOn), ...matched.filter(({ isOn }) => !isOn)];
  const found = inOrder.find(({ rule }) => rule[relation]?.some((target) => leadsTo(part, target, candidate.product)));
  return found && nameOf(found);
}

/** What of the merchant's dropped a candidate, in words; `undefined`: nothing did. */
export function droppedBy(here: RulesHere, candidate: Candidate, code: DropCode): string | undefined {
  if (code === "schedule" && candidate.offSchedule) return broughtBy(here, candidate);
  if (code !== "excluded") return undefined;
  const found = here.matched.find(({ rule, isOn }) => isOn && rule.never?.some((target) => forbids(here.part, target, candidate.product)));
  return found && nameOf(found);
}

function leadsTo(part: ModelPart, target: RuleTarget, { id }: Product): boolean {
  if (typeof target === "string") return part.resolve(target) === id;
  return part.entry(`category:${target.category}`)?.best?.slice(0, OF_CATEGORY).includes(id) === true;
}

function forbids(part: ModelPart, target: RuleTarget, { id, categories }: Product): boolean {
  return typeof target === "string" ? part.resolve(target) === id : categories?.includes(target.category) === true;
}

function nameOf({ at, rule: { text, since, until, when }, isOn }: MatchedRule): string {
  const days = [since && `from ${since}`, until && `until ${until}`, when && `when ${JSON.stringify(when)}`].filter(Boolean);
  return [`rule ${at + 1}`, text && `"${text}"`, ...(isOn ? [] : days)].filter(Boolean).join(" ");
}
