import type { Candidate, For, Reason } from "../../types/offer.ts";

/**
 * One candidate for each product and way of offering, best first. Sources are trusted in the order in which they come (the merchant's
 * rules before mined relations); scores only count within one source. What several sources say in favour of the same product is put together.
 */
export function mergeCandidates(candidates: readonly Candidate[]): readonly Candidate[] {
  const names = [...new Set(candidates.map(({ source }) => source))];
  const trust = (name: string) => names.indexOf(name);
  const ranked = [...candidates].sort(
    (a, b) => trust(a.source) - trust(b.source) || b.score - a.score || (a.product.id < b.product.id ? -1 : 1),
  );
  const merged = new Map<string, Candidate>();
  for (const candidate of ranked) {
    const key = keyOf(candidate);
    const first = merged.get(key);
    merged.set(key, first ? join(first, candidate) : candidate);
  }
  return [...merged.values()];
}

function keyOf(candidate: Candidate): string {
  const { kind, product, variant = "" } = candidate;
  const what = candidate.kind === "up-sell" ? JSON.stringify(candidate.insteadOf) : "";
  return JSON.stringify([kind, product.id, variant, what, !!candidate.offSchedule]);
}

function join(first: Candidate, second: Candidate): Candidate {
  const because = uniqueBy([...first.because, ...second.because], ({ kind }: Reason) => kind);
  if (first.kind !== "cross-sell" || second.kind !== "cross-sell") return { ...first, because };
  return { ...first, because, goesWith: uniqueBy([...first.goesWith, ...second.goesWith], (what: For) => JSON.stringify(what)) };
}

function uniqueBy<T>(list: readonly T[], key: (item: T) => string): readonly T[] {
  const known = new Set<string>();
  return list.filter((item) => known.size < known.add(key(item)).size);
}
