import type { Candidate, DropCode, Offer, OfferContext, OfferSettings, Plan } from "../../types/offer.ts";
import { subtract } from "../lib/money.ts";
import { allot, type Eligible, type Seated } from "./allot.ts";
import { carryOver } from "./carryOver.ts";
import { isBetter, judge } from "./eligible.ts";
import { explain } from "./explain.ts";
import { isPerLine } from "./isPerLine.ts";
import { priceOf } from "./priceOf.ts";
import { createScene, type Scene } from "./scene.ts";

/** What one pass is decided from. */
export interface PlanInput {
  /** Best first, each product once for each way of offering it. */
  readonly candidates: readonly Candidate[];
  readonly context: OfferContext;
  readonly settings: OfferSettings;
}

/** Decides what is offered where, and why not the rest: eligible, diversified, allotted, explained. Pure. */
export function planOffers({ candidates: given, context, settings }: PlanInput): Omit<Plan, "misfits"> {
  const scene = createScene(context);
  const candidates = given.map((one) => withVariant(one, scene));
  const rivals = new Set(candidates.flatMap((one) => (one.kind === "up-sell" && isBetter(one) ? one.product.id : [])));
  const eligible: Eligible[] = [];
  const dropped = new Map<Candidate, DropCode>();
  for (const candidate of candidates) {
    const verdict = judge(candidate, { scene, context, settings, rivals });
    if (typeof verdict === "string") dropped.set(candidate, verdict);
    else eligible.push({ candidate, for: verdict });
  }
  const seated = allot(eligible, { placements: context.placements, settings, dropped });
  return { offers: seated.map((seat) => toOffer(seat, scene)), candidates, dropped };
}

/** An alternative keeps the colour and the size of what it replaces. */
function withVariant(candidate: Candidate, scene: Scene): Candidate {
  if (candidate.kind === "cross-sell" || candidate.variant !== undefined) return candidate;
  const variant = carryOver(candidate.product, scene.at(candidate.insteadOf)?.attributes ?? {});
  return variant === undefined ? candidate : { ...candidate, variant };
}

function toOffer({ candidate, placement, position, target }: Seated, scene: Scene): Offer {
  const { kind, product, variant, source } = candidate;
  // Where nothing but popularity speaks for it, it stands beside whatever is there.
  const seat = target ?? scene.targets[0];
  const line = target?.line;
  const isUp = kind === "up-sell";
  const bound = isPerLine(product);
  const price = priceOf(product, variant);
  return {
    id: [placement, kind, seat?.id, variant ?? product.id].join("."),
    kind,
    placement,
    position,
    product,
    for: seat?.for ?? { product: product.id },
    forProduct: seat?.id ?? product.id,
    quantity: line && (isUp || bound) ? line.quantity : 1,
    because: explain(candidate, target),
    source,
    ...(variant !== undefined && { variant }),
    ...(target?.title !== undefined && { forTitle: target.title }),
    ...(price && { price }),
    ...(price && isUp && target?.price && { priceDifference: subtract(price, target.price) }),
    ...(bound && line && { boundTo: line.key }),
  };
}
