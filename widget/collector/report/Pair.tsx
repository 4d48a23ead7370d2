import type { VNode } from "preact";
import type { OfferKind } from "../../types/offer.ts";
import type { ReportData } from "../../types/report.ts";
import { KINDS } from "./words.ts";

export interface PairProps {
  readonly pair: { readonly for: string; readonly product: string; readonly kind?: OfferKind };
  readonly titles: ReportData["titles"];
}

/** What an offer was for and what it offered, by title where the collector knows it, else by id. */
export function Pair({ pair, titles }: PairProps): VNode {
  const nameOf = (id: string) => (Object.hasOwn(titles, id) ? titles[id] : id);
  return (
    <span class="pair">
      <span>{nameOf(pair.for)}</span> <span aria-label="leads to">→</span> <span>{nameOf(pair.product)}</span>
      {pair.kind ? <small> {KINDS[pair.kind]}</small> : undefined}
    </span>
  );
}
