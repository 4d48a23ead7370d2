import { dequantise } from "../../browser/model/dequantise.ts";
import type { ModelPart } from "../../browser/model/createModel.ts";
import { UNCOUNTED_POPULARITY } from "../../browser/model/modelCandidates.ts";
import type { MatchedRule } from "../../browser/sources/rulesFor.ts";
import type { ChangedPair } from "../../types/changes.ts";
import type { Candidate, DropCode, OfferKind, Plan } from "../../types/offer.ts";
import type { ProductId } from "../../types/product.ts";
import { originsOf } from "./originsOf.ts";
import { broughtBy, droppedBy } from "./ruleOf.ts";

/** One product of the cart, and how much it speaks for a candidate; below nought: against it. */
export interface Voice {
  readonly title: string;
  readonly weight: number;
}

/** A candidate with all that decided about it. */
export interface Explained {
  readonly id: string;
  readonly title: string;
  readonly kind: OfferKind;
  readonly score: number;
  /** The candidate's own popularity, corrected by what usually speaks for it. Add-ons only. */
  readonly bias: number;
  /** Loudest first. */
  readonly voices: readonly Voice[];
  /** Its place from 1; absent: not offered. */
  readonly position?: number;
  /** Why it is not. */
  readonly dropped?: DropCode;
  /** What it is owed to: `history`, `merchant`, … */
  readonly origins: readonly string[];
  /** The merchant's rule that brought it, in words. */
  readonly broughtBy?: string;
  /** The merchant's rule that dropped it, in words. */
  readonly droppedBy?: string;
  /** What its weight was multiplied with by what shoppers made of it, at each product where it was. */
  readonly factors: readonly Voice[];
}

/** What was decided, and by what. */
export interface ExplainFacts {
  readonly part: ModelPart;
  /** Ids of the products it was decided for. */
  readonly cart: readonly ProductId[];
  readonly plan: Omit<Plan, "misfits">;
  /** The merchant's rules that start at them. */
  readonly matched: readonly MatchedRule[];
  /** What shoppers moved in the model. */
  readonly changes: readonly ChangedPair[];
}

/** What a plan made of each candidate, best first. */
export function explainPlan({ part, cart, plan, matched, changes }: ExplainFacts): readonly Explained[] {
  const here = { part, matched };
  return plan.candidates.map((candidate): Explained => {
    const { product, variant, kind, score } = candidate;
    const offer = plan.offers.find((one) => one.kind === kind && one.product.id === product.id && one.variant === variant);
    const dropped = plan.dropped.get(candidate);
    return {
      id: variant ?? product.id,
      title: product.title,
      kind,
      score,
      ...(kind === "cross-sell" ? weigh(part, cart, candidate) : { bias: 0, voices: [] }),
      origins: originsOf(part, cart, candidate),
      ...(offer ? { position: offer.position } : dropped && { dropped }),
      ...told("broughtBy", broughtBy(here, candidate)),
      ...told("droppedBy", dropped && droppedBy(here, candidate, dropped)),
      factors: changes
        .filter((pair) => pair.kind === kind && pair.product === product.id && cart.includes(pair.for))
        .map((pair) => ({ title: part.product(pair.for)?.title ?? pair.for, weight: pair.factor })),
    };
  });
}

const told = <K extends string>(key: K, text: string | undefined): { readonly [N in K]?: string } =>
  text === undefined ? {} : ({ [key]: text } as { readonly [N in K]?: string });

function weigh(part: ModelPart, cart: readonly ProductId[], { product }: Candidate): Pick<Explained, "bias" | "voices"> {
  const { scales } = part.manifest;
  const found = [...new Set(cart)].flatMap((id) => {
    const row = part.entry(id)?.with?.find(([other]) => other === product.id);
    return row
      ? [{ title: part.product(id)?.title ?? id, weight: dequantise(row[1], scales.weight), bias: dequantise(row[2], scales.bias) }]
      : [];
  });
  const voices = found.map(({ title, weight }): Voice => ({ title, weight })).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { bias: (found[0]?.bias ?? 0) * (1 - UNCOUNTED_POPULARITY), voices };
}
