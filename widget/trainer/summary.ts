import type { ModelFiles } from "./buildFiles.ts";
import type { BuiltModel } from "./buildModel.ts";
import type { BadRow } from "./loadTable.ts";
import type { Catalogue } from "./readCatalogue.ts";
import type { OrderReading } from "./readOrders.ts";
import type { TrainOptions } from "./trainOptions.ts";

const NAMED_BAD_ROWS = 5;

export const percent = (share: number): string => `${Math.floor(share * 1000) / 10} %`;
const count = (value: number): string => value.toLocaleString("en");

/** What was read of the catalogue, and what of it could not be used. */
export function describeCatalogue({ items, locales, rows, skipped, bad }: Catalogue): string {
  const named = locales.length ? `, also in ${locales.toReversed().join(", ")}` : "";
  return [`Catalogue: ${count(rows)} rows, ${count(items.length)} products${named}`, ...describeSkipped(skipped, bad)].join("\n");
}

/** What was read of the orders, and which lines were left out and why. */
export function describeOrders({ orders, lines, skipped, bad, matched }: OrderReading): string {
  const read = `Orders: ${count(lines)} lines, ${count(orders.starts.length - 1)} orders with ${count(orders.ids.length)} products`;
  const known = matched === undefined ? [] : [`  ${percent(matched)} of the lines found a product of the catalogue`];
  return [read, ...known, ...describeSkipped(skipped, bad)].join("\n");
}

function describeSkipped(skipped: ReadonlyMap<string, number>, bad: readonly BadRow[]): readonly string[] {
  const reasons = [...skipped].map(([why, times]) => `  left out: ${count(times)} × ${why}`);
  const rows = bad.slice(0, NAMED_BAD_ROWS).map(({ file, line, what }) => `    ${file}, line ${line}: ${what.toLowerCase()}`);
  return bad.length ? [...reasons, `  left out: ${count(bad.length)} × row that could not be read`, ...rows] : reasons;
}

/** What was written, and a word where the orders show too little. */
export function describeModel({ entries }: BuiltModel, { manifest, files }: ModelFiles, { out, orders, minOrders }: TrainOptions): string {
  const all = [...entries.values()];
  const rows = all.flatMap((entry) => entry.with ?? []);
  const mined = rows.filter(([, weight, , mark]) => weight > 0 && mark !== "catalogue").length;
  const named = rows.filter(([, , , mark]) => mark === "catalogue").length;
  const alternatives = all
    .flatMap((entry) => entry.instead ?? [])
    .filter(({ differences, catalogue }) => catalogue || differences.length).length;
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return [
    `Relations: ${count(mined)} from orders, ${count(named)} named accessories, ${count(alternatives)} better alternatives`,
    ...(orders.length && !mined
      ? [`  too little data: no two products go together in ${minOrders} orders or more; the catalogue's own relations serve`]
      : []),
    `Model: ${out}, build ${manifest.build}, ${count(files.size + 1)} files, ${count(bytes)} bytes`,
  ].join("\n");
}
