import { dequantise } from "../browser/model/dequantise.ts";
import type { ModelPart } from "../browser/model/createModel.ts";
import type { Candidate, DropCode, OfferKind, Plan } from "../types/offer.ts";
import type { ProductId } from "../types/product.ts";

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
}

/** What a plan made of each candidate, best first. `cart`: ids of the products it was made for. */
export function explainPlan(part: ModelPart, cart: readonly ProductId[], plan: Omit<Plan, "misfits">): readonly Explained[] {
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
      ...(offer ? { position: offer.position } : dropped && { dropped }),
    };
  });
}

function weigh(part: ModelPart, cart: readonly ProductId[], { product }: Candidate): Pick<Explained, "bias" | "voices"> {
  const { scales } = part.manifest;
  const found = [...new Set(cart)].flatMap((id) => {
    const row = part.entry(id)?.with?.find(([other]) => other === product.id);
    return row
      ? [{ title: part.product(id)?.title ?? id, weight: dequantise(row[1], scales.weight), bias: dequantise(row[2], scales.bias) }]
      : [];
  });
  const voices = found.map(({ title, weight }): Voice => ({ title, weight })).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { bias: found[0]?.bias ?? 0, voices };
}
