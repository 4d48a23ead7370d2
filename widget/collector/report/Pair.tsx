import type { VNode } from "preact";
import type { OfferKind } from "../../types/offer.ts";
import type { ReportData } from "../../types/report.ts";
import type { Language } from "./createLanguage.ts";

export interface PairProps {
  readonly pair: { readonly for: string; readonly product: string; readonly kind?: OfferKind };
  readonly titles: ReportData["titles"];
  readonly language: Language;
}

/** What an offer was for and what it offered, by title where the collector knows it, else by id. */
export function Pair({ pair, titles, language: { texts } }: PairProps): VNode {
  const nameOf = (id: string) => (Object.hasOwn(titles, id) ? titles[id] : id);
  return (
    <span class="pair">
      <span>{nameOf(pair.for)}</span>{" "}
      <span role="img" aria-label={texts.pairs.leadsTo}>
        →
      </span>{" "}
      <span>{nameOf(pair.product)}</span>
      {pair.kind ? <small> {texts.kinds[pair.kind]}</small> : undefined}
    </span>
  );
}
