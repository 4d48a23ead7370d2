import type { Orders } from "./readBaskets.ts";
import { describeSkipped, grouped } from "../reading/describeSkipped.ts";
import { dayText } from "../reading/parseDay.ts";
import type { DayReading } from "./readDays.ts";
import type { OrderReading } from "./readOrders.ts";

/** More ways to name columns than this are not told. */
const NAMED_WAYS = 4;

export const percent = (share: number): string => `${Math.floor(share * 1000) / 10} %`;

/** What was read of the orders, from which columns and days, and which lines were left out, why and where the first of them are. */
export function describeOrders(reading: OrderReading, { ids, starts }: Pick<Orders, "ids" | "starts">): string {
  const { lines, matched, columns, span, days } = reading;
  return [
    `Orders: ${grouped(lines)} lines, ${grouped(starts.length - 1)} orders with ${grouped(ids.length)} products`,
    ...columns.slice(0, NAMED_WAYS).map((places) => `  columns: ${[...places].map(([key, name]) => `${key} = ${name}`).join(", ")}`),
    ...(columns.length > NAMED_WAYS ? [`  and ${grouped(columns.length - NAMED_WAYS)} more ways to name them`] : []),
    ...(span ? [`  from ${dayText(span[0])} to ${dayText(span[1])}`] : []),
    ...(days ? [`  dates such as 05/03/2024 were read with the ${describeDays(days)}`] : []),
    ...(matched === undefined ? [] : [`  ${percent(matched)} of the lines found a product of the catalogue`]),
    ...describeSkipped(reading),
  ].join("\n");
}

function describeDays({ order, isTold }: DayReading): string {
  return isTold ? `${order}, as a day above 12 tells` : `${order}; no day above 12 tells, so look whether that is right`;
}
