import type { VNode } from "preact";
import { fillText } from "./fillText.ts";
import type { Language } from "./createLanguage.ts";
import { Rich } from "./Rich.tsx";
import type { SectionProps } from "./sectionProps.ts";
import type { ReportData } from "../../types/report.ts";

/** The first line: what share of the shop the figures rest on, and what they are. */
export function Measured({ data, language }: SectionProps): VNode {
  const { visits, orders } = data.lift.measured;
  const texts = language.texts.measured;
  const details = [
    describeTime(data, language),
    visits.compared > 0 ? fillText(texts.compared, { visits: language.counted(language.texts.visits, visits.compared) }) : "",
    visits.inNeither > 0 ? fillText(texts.inNeither, { visits: language.counted(language.texts.visits, visits.inNeither) }) : "",
    ...describeOrders(data, language),
    visits.share === undefined && orders.basis === "confirmed" ? texts.countVisits : "",
  ].filter(Boolean);
  return (
    <div class="measured">
      <p class="lead">{describeShares(data, language)}</p>
      <ul>
        {details.map((text) => (
          <li key={text}>
            <Rich text={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function describeShares({ lift: { measured } }: ReportData, { texts, share }: Language): string {
  const [visits, orders] = [measured.visits.share, measured.orders.share];
  const key = visits === undefined ? (orders === undefined ? "none" : "ordersOnly") : orders === undefined ? "visitsOnly" : "both";
  return fillText(texts.measured[key], { visits: share(visits), orders: share(orders) });
}

function describeTime({ lift: { measured }, orders, first, last }: ReportData, { texts, counted, moment }: Language): string {
  const values = { visits: counted(texts.visits, measured.visits.told), orders: counted(texts.orders, orders) };
  if (first === undefined || last === undefined) return fillText(texts.measured.sinceNothing, values);
  return fillText(texts.measured.since, { ...values, first: moment(first), last: moment(last) });
}

function describeOrders({ lift: { measured } }: ReportData, { texts, count, counted }: Language): readonly string[] {
  const { basis, posted, unverified, confirmed, recognised } = measured.orders;
  if (basis === "posted") return [texts.measured.posted];
  const books = { orders: counted(texts.orders, confirmed), recognised: count(recognised), posted: count(posted) };
  const unknown = unverified > 0 ? fillText(texts.measured.unverified, { orders: counted(texts.orders, unverified) }) : "";
  return [fillText(texts.measured.confirmed, books), unknown];
}
