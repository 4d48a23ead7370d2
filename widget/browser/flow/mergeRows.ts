import type { Offer } from "../../types/offer.ts";
import type { Row } from "./rows.ts";

/**
 * A list after a new plan. What the shopper touched stays where it is, what is still offered keeps its place, and the rest fills up, so
 * that nothing jumps about under a finger.
 */
export function mergeRows(before: readonly Row[], offers: readonly Offer[]): readonly Row[] {
  const stays = new Set(before.map(({ offer }) => offer.id));
  const now = new Map(offers.map((offer) => [offer.id, offer]));
  const fresh = offers.filter(({ id }) => !stays.has(id)).values();
  const kept = before.flatMap((row): readonly Row[] => {
    if (row.state !== "ready") return [row];
    const offer = now.get(row.offer.id) ?? fresh.next().value;
    return offer ? [{ offer, state: "ready" }] : [];
  });
  const places = Math.max(before.length, offers.length);
  const rest = [...fresh].slice(0, places - kept.length).map((offer): Row => ({ offer, state: "ready" }));
  return [...kept, ...rest];
}
