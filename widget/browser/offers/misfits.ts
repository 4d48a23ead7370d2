import type { Line } from "../../types/cart.ts";
import type { Candidate, Misfit, OfferContext } from "../../types/offer.ts";
import type { Product, ProductId } from "../../types/product.ts";
import { fitsSeat } from "./compatible.ts";
import { productType } from "./productType.ts";
import { createScene, type Target } from "./scene.ts";

/** Lines that were seen standing with what they fit or belong to, by product id. Only such a line can lose its place. */
export type Settled = ReadonlySet<ProductId>;

/** Which lines stand with what they fit or are bound to now. */
export function settledLines(context: OfferContext): Settled {
  const { targets } = createScene(context);
  return new Set(targets.flatMap((target) => (isDependent(target) && hostOf(target, targets) ? target.id : [])));
}

/**
 * Lines that stood with something and no longer do: the case of a phone that was swapped away, the warranty of a line that is gone. A
 * case bought by itself, for a phone at home, is none of our business.
 */
export function findMisfits(context: OfferContext, settled: Settled, candidates: readonly Candidate[]): readonly Misfit[] {
  const { targets } = createScene(context);
  return targets.flatMap((target) => {
    if (!target.line || !settled.has(target.id) || !isDependent(target) || hostOf(target, targets)) return [];
    const replacement = counterpart(target.product, targets, candidates);
    return [misfit(target.line, replacement)];
  });
}

function misfit(line: Line, found: { product: Product; host: Target } | undefined): Misfit {
  if (!found) return { line, why: "orphaned" };
  return {
    line,
    why: "unfit",
    replacement: { product: found.product },
    ...(found.host.title !== undefined && { forTitle: found.host.title }),
  };
}

function isDependent({ product, line }: Target): boolean {
  return !!line && (line.boundTo !== undefined || !!product.fits);
}

function hostOf({ product, line }: Target, targets: readonly Target[]): Target | undefined {
  return targets.find((host) => {
    if (!host.line || host.line === line) return false;
    return line?.boundTo !== undefined ? host.line.key === line.boundTo : fitsSeat(product, host);
  });
}

/** The thing of the same type and the most alike in name that fits something in the cart. */
function counterpart(
  lost: Product,
  targets: readonly Target[],
  candidates: readonly Candidate[],
): { product: Product; host: Target } | undefined {
  const type = productType(lost);
  let best: { product: Product; host: Target; alike: number } | undefined;
  for (const { kind, product } of candidates) {
    if (kind !== "cross-sell" || !product.fits || !type || productType(product) !== type || product.available === false) continue;
    const host = targets.find((target) => target.line && fitsSeat(product, target));
    const alike = likeness(lost.title, product.title);
    if (host && (!best || alike > best.alike)) best = { product, host, alike };
  }
  return best;
}

/** Share of words two titles have in common, 0 to 1. */
function likeness(a: string, b: string): number {
  const [left, right] = [words(a), words(b)];
  const common = [...left].filter((word) => right.has(word)).length;
  return common / Math.max(left.size, right.size, 1);
}

function words(title: string): ReadonlySet<string> {
  return new Set(title.toLowerCase().split(/[^\p{L}\p{N}]+/u));
}
