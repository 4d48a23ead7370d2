import type { BookReading } from "../../books/readBooks.ts";
import type { Joined } from "../store/store.ts";

const NAMED_ROWS = 5;

/** What an import read and how it met what browsers told, for the terminal. */
export function describeImport({ orders, tests, wrong, named, notes }: BookReading, joined: Joined): string {
  const cancelled = orders.filter(({ isCancelled }) => isCancelled).length;
  const refunds = orders.filter(({ isCancelled, refunded }) => !isCancelled && refunded > 0).length;
  const rows = wrong.slice(0, NAMED_ROWS).map(({ file, line, what }) => `    ${file}, line ${line}: ${what}`);
  return [
    ...named.map(([file, kind]) => `${file}: ${kind}`),
    ...notes,
    `${grouped(orders.length)} orders read`,
    `  joined by mark:           ${grouped(joined.byMark)}`,
    `  joined by order id:       ${grouped(joined.byOrder)}`,
    `  unknown to the browser:   ${grouped(joined.unknown)}`,
    `  with a refund:            ${grouped(refunds)}`,
    `  cancelled or failed:      ${grouped(cancelled - tests)}`,
    `  test orders:              ${grouped(tests)}`,
    ...(wrong.length > 0 ? [`  left out, as they could not be read: ${grouped(wrong.length)}`, ...rows] : []),
    describeShare(joined),
  ].join("\n");
}

/** Since measuring began, all imports together. */
function describeShare({ measured, seen }: Joined): string {
  if (measured === 0) return "No order that was not cancelled is of the time since measuring began.";
  const share = `The browser saw ${grouped(seen)} of the shop's ${grouped(measured)} orders since measuring began, ${percent(seen / measured)}.`;
  return seen === 0
    ? `${share} Is --shop the name in the configuration ("shop"), and has the export the order ids of the confirmation page?`
    : share;
}

const grouped = (count: number): string => count.toLocaleString("en");

const percent = (share: number): string => `${(share * 100).toLocaleString("en", { maximumFractionDigits: 1 })} %`;
