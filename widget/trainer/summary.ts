import type { ModelFiles } from "./files/buildFiles.ts";
import type { WithRow } from "../types/model.ts";
import { type BuiltModel, leadsTo } from "./files/buildModel.ts";
import { percent } from "./orders/describeOrders.ts";
import { describeSkipped, grouped as count } from "./reading/describeSkipped.ts";
import { describeNotice } from "./catalogue/notices.ts";
import type { Profit } from "./profit/profit.ts";
import type { Catalogue } from "./catalogue/readCatalogue.ts";
import type { Evaluation } from "./asking/evaluate.ts";
import type { Exports } from "./exports/openExports.ts";
import type { Folded } from "./rules/foldRules.ts";
import type { PairReading } from "./mining/readPairs.ts";
import type { TrainOptions } from "./trainOptions.ts";
import type { RuleReading } from "./rules/writtenRule.ts";

const NAMED_RULES = 20;

/** What each file of a shop system was taken for, and a word where none of them says what currency its prices are in. */
export function describeExports({ title, named }: Exports, catalogue: Catalogue | undefined): string {
  return [
    `Exports of ${title}:`,
    ...named.map(([file, kind]) => `  ${file}: ${kind}`),
    ...(catalogue?.isCurrencyAssumed
      ? [`  prices are taken to be in ${catalogue.currency}, as no file says; --currency says otherwise`]
      : []),
  ].join("\n");
}

/** What was read of the catalogue, and what of it could not be used. */
export function describeCatalogue({ items, locales, rows, formats, notices }: Catalogue, profit: Profit): string {
  const named = locales.length ? `, also in ${locales.toReversed().join(", ")}` : "";
  const read = `Catalogue (${formats.join(", ")}): ${count(rows)} rows, ${count(items.length)} products${named}`;
  const unknown = profit.unknown < items.length ? profit.unknown : 0;
  const costs = unknown ? [`  ${count(unknown)} products without a cost: they may be offered whatever they earn`] : [];
  return [read, ...notices.map((notice) => `  ${describeNotice(notice)}`), ...costs].join("\n");
}

/** Where the merchant's rules went, and which of them went nowhere and why. */
export function describeRules(
  { rules, accepted, faults }: RuleReading,
  { folded, everywhere, products, dropped, unknown }: Folded,
): string {
  const all = everywhere ? `, ${count(everywhere)} at every product` : "";
  const names = [...unknown].map(([name, where]) => `  not in the catalogue: ${name} (${where})`);
  const left = dropped.map(({ where, why }) => `  left out: ${where}: ${why}`);
  return [
    `Rules: ${count(rules.length)} read, ${count(folded)} folded into the model: ${count(products)} products have rules of their own${all}`,
    ...(accepted ? [`  accepted as they are: ${count(accepted)}`] : []),
    ...[faults.map((fault) => `  left out: ${fault}`), left, names].flatMap(shorten),
  ].join("\n");
}

function shorten(lines: readonly string[]): readonly string[] {
  const more = lines.length - NAMED_RULES;
  return more > 0 ? [...lines.slice(0, NAMED_RULES), `  and ${count(more)} more of that kind`] : lines;
}

/** What was written, and a word where the orders show too little. */
export function describeModel(
  { entries }: BuiltModel,
  { manifest, files }: ModelFiles,
  { out, hasOrders, minOrders }: Pick<TrainOptions, "out"> & { readonly hasOrders: boolean; readonly minOrders: number },
): string {
  const products = manifest.counts.products;
  const rows = [...entries.values()].map(({ with: row = [], instead = [] }) => ({ with: row, instead }));
  const mined = rows.some((entry) => entry.with.some((row) => row[1] > 0 && originOf(row) === "orders"));
  const covered = (what: string, isSo: (entry: (typeof rows)[number]) => boolean) => {
    const number = rows.filter(isSo).length;
    return number ? [`  ${percent(number / products)} ${what}`] : [];
  };
  const from = Object.entries(ORIGINS).flatMap(([origin, words]) =>
    covered(words, (entry) => entry.with.some((row) => (row[1] > 0 || row[3] === "catalogue") && originOf(row) === origin)),
  );
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return [
    `Relations: of ${count(products)} products`,
    ...from,
    ...covered("have something better", (entry) => entry.instead.some(leadsTo)),
    ...(hasOrders && !mined
      ? [`  too little data: no two products go together in ${minOrders} orders or more; the catalogue's own relations serve`]
      : []),
    `Model: ${out}, build ${manifest.build}, ${count(files.size + 1)} files, ${count(bytes)} bytes`,
  ].join("\n");
}

/** What products have, by where it is known from. */
const ORIGINS: Readonly<Record<string, string>> = {
  orders: "have add-ons that orders show",
  catalogue: "have accessories that the catalogue names",
  attributes: "have add-ons that fit by their attributes",
  names: "have add-ons that are named after them",
  alike: "have add-ons known from products that are alike",
  category: "have add-ons of their category",
};

const originOf = ([, , , share, origin]: WithRow): string => origin ?? (share === "catalogue" ? share : "orders");

/** What was read of pair counts made elsewhere. */
export function describePairs({ history, rows, unused, bad }: PairReading): string {
  const { ids, orders, pairs } = history;
  const read = `Pairs: ${count(rows)} rows, ${count(orders)} orders with ${count(ids.length)} products, ${count(pairs.others.length / 2)} pairs`;
  return [read, ...describeSkipped({ skipped: new Map(unused ? [["row without a number of orders", unused]] : []), bad })].join("\n");
}

/** How good the model is, as a merchant may read it. */
export function describeEvaluation(found: Evaluation | undefined): string {
  if (!found) return "Measured: nothing, there are too few orders with two products or more";
  const { trained, asked, isNewest, ranked, popular, shown, filled } = found;
  return [
    `Measured on ${count(asked)} orders (${isNewest ? "the newest tenth" : "every tenth"}), by a model of the other ${count(trained)}: of one product taken out`,
    `  ${percent(ranked)} were among the first four by score; ${percent(popular)} would be among the four best-sellers`,
    `  ${percent(shown)} were among what would be offered, which fills ${percent(filled)} of four places`,
  ].join("\n");
}
