import { buildFiles, type ModelFiles } from "./files/buildFiles.ts";
import { type BuiltModel, buildModel } from "./files/buildModel.ts";
import { countHistory } from "./mining/countHistory.ts";
import { type Database, openDatabase } from "./reading/database.ts";
import type { Better } from "./alternatives/directions.ts";
import { evaluate } from "./asking/evaluate.ts";
import { describeFeedback, describeMoved } from "./feedback/describeFeedback.ts";
import { judgePairs } from "./feedback/judgePairs.ts";
import { type FeedbackReading, readFeedback } from "./feedback/readFeedback.ts";
import { aliasesOf } from "./exports/aliasesOf.ts";
import { type Exports, openExports } from "./exports/openExports.ts";
import { openInputs } from "./reading/openInputs.ts";
import { NO_HISTORY } from "./mining/history.ts";
import { leastOrders } from "./mining/leastOrders.ts";
import { type Progress, createProgress } from "./progress.ts";
import { createProfit } from "./profit/profit.ts";
import { inMinorUnits, readBetter } from "./profit/profitOptions.ts";
import { type Catalogue, readCatalogue } from "./catalogue/readCatalogue.ts";
import { type Orders, readBaskets } from "./orders/readBaskets.ts";
import { type OrderReading, readOrders } from "./orders/readOrders.ts";
import { type PairReading, readPairs } from "./mining/readPairs.ts";
import { readRuleFiles } from "./rules/readRuleFiles.ts";
import { solveWeights } from "./mining/solveWeights.ts";
import { describeOrders, percent } from "./orders/describeOrders.ts";
import { describeCatalogue, describeEvaluation, describeExports, describeModel, describePairs, describeRules } from "./summary.ts";
import { TRAIN_HELP, type TrainOptions, readTrainOptions } from "./trainOptions.ts";
import { weighOrders } from "./mining/weighOrders.ts";
import { writeModel } from "./files/writeModel.ts";
import { writePairs } from "./mining/writePairs.ts";
import type { RuleReading } from "./rules/writtenRule.ts";

/** Under this share of known order lines the catalogue is another shop's, or names its products by other ids. */
const LEAST_MATCHED = 0.5;
const NO_CATALOGUE_CURRENCY = "EUR";

/** `goeswith train`: makes the model files and says what was read, left out and written. @throws when there is no model; the old one then stays. */
export async function runTrain(args: readonly string[]): Promise<number> {
  const options = readTrainOptions(args);
  if (options === "help") {
    console.log(TRAIN_HELP);
    return 0;
  }
  const progress = createProgress(process.stderr, options);
  try {
    await trainModel(options, progress);
  } finally {
    progress.stop();
  }
  return 0;
}

async function trainModel(options: TrainOptions, progress: Progress): Promise<void> {
  const found = await read(options, progress);
  const { exports, catalogue, reading, orders, pairs, ruling, better, feedback } = found;
  if (exports) progress.print(describeExports(exports, catalogue));
  const profit = catalogue && createProfit(catalogue.items, inMinorUnits(options.wishes, catalogue.currency));
  if (catalogue && profit) progress.print(describeCatalogue(catalogue, profit));
  if (reading && orders) progress.print(describeOrders(reading, orders));
  if (pairs) progress.print(describePairs(pairs));
  if (feedback) progress.print(describeFeedback(feedback));
  refuse(found);
  if (isEmpty(found))
    return progress.print("too little data: there is neither an order line nor a product. Nothing was written; an earlier model stays.");
  progress.phase("counting pairs", 0.2);
  const history = pairs?.history ?? (orders ? await countHistory(orders, weighOrders(orders, options.halfLife)) : NO_HISTORY);
  if (options.savePairs !== undefined) await writePairs(options.savePairs, history);
  progress.phase("weighing relations", 0.3);
  const { minOrders = leastOrders(history.orders) } = options;
  const verdicts = feedback && judgePairs(feedback.pairs);
  const building = { ...options, minOrders, ...(profit && { profit }), ...(verdicts && { verdicts }), better };
  const model = buildModel({ history, rows: await solveWeights(history, building) }, { ...building, written: ruling.rules }, catalogue);
  const files = filesOf(model, options, found);
  progress.phase("writing files", 0.1);
  await writeModel(options.out, files, options.compress);
  if (model.feedback) progress.print(describeMoved(model.feedback, model.cards));
  if (options.rules.length) progress.print(describeRules(ruling, model.folded));
  progress.print(describeModel(model, files, { out: options.out, hasOrders: Boolean(orders), minOrders }));
  if (orders && options.evaluate) progress.phase("measuring on the newest orders");
  if (orders && options.evaluate) progress.print(describeEvaluation(await evaluate(orders, building, catalogue)));
}

interface Read {
  readonly exports?: Exports;
  readonly catalogue?: Catalogue;
  readonly reading?: OrderReading;
  readonly orders?: Orders;
  readonly pairs?: PairReading;
  readonly ruling: RuleReading;
  readonly better: Better;
  readonly feedback?: FeedbackReading;
}

async function read(options: TrainOptions, progress: Progress): Promise<Read> {
  const database = await openDatabase(options.memory);
  try {
    const better = await readBetter(options.ways);
    const exports = options.from && (await openExports(database, options.from.system, options.from.files));
    if (options.catalogue.length || exports?.products.length) progress.phase("reading the catalogue", 0.05, database.done);
    const catalogue = await readCatalogueIn(database, options, exports);
    const ruling = await readRuleFiles(database, options.rules);
    const known = { ruling, better, ...(exports && { exports }), ...(catalogue && { catalogue }) };
    const counted = await readCounted(database, options, { known, progress });
    if (options.events.length) progress.phase("reading what shoppers made of the offers", 0.05, database.done);
    return { ...known, ...counted, ...(await readHeard(database, options, { ...known, ...counted })) };
  } finally {
    await database.close();
  }
}

interface Reading {
  readonly known: Pick<Read, "exports" | "catalogue">;
  readonly progress: Progress;
}

/** Orders, or pairs of them counted elsewhere. */
async function readCounted(
  database: Database,
  options: TrainOptions,
  { known: { exports, catalogue }, progress }: Reading,
): Promise<Pick<Read, "pairs" | "reading" | "orders">> {
  if (options.pairs.length) return { pairs: await readPairs(database, await filesOfInputs(database, options.pairs), catalogue?.aliases) };
  if (!options.orders.length && !exports?.orders.length) return {};
  const aliases = exports && catalogue ? aliasesOf(catalogue) : catalogue?.aliases;
  const reading = await readOrders(database, { ...options, ...(exports && { exports: exports.orders }), progress }, aliases);
  return { reading, orders: await readBaskets(database) };
}

/** What shoppers made of products that are known by now. */
async function readHeard(
  database: Database,
  { events, token }: TrainOptions,
  { catalogue, orders, pairs }: Pick<Read, "catalogue" | "orders" | "pairs">,
): Promise<Pick<Read, "feedback">> {
  if (!events.length) return {};
  const ids = orders?.ids ?? pairs?.history.ids ?? [];
  const names = catalogue?.aliases ?? new Map(ids.map((id) => [id, id]));
  return { feedback: await readFeedback(database, { events, ...(token !== undefined && { token }) }, names) };
}

async function readCatalogueIn(database: Database, options: TrainOptions, exports?: Exports): Promise<Catalogue | undefined> {
  const files = [...(await filesOfInputs(database, options.catalogue)), ...(exports?.products ?? [])];
  const currency = options.currency ?? exports?.currency;
  return files.length ? readCatalogue(database, files, { date: options.date, ...(currency && { currency }) }) : undefined;
}

const filesOfInputs = async ({ folder }: Database, names: readonly string[]): Promise<readonly string[]> =>
  (await openInputs(names, folder)).map(({ file }) => file);

function refuse({ reading }: Read): void {
  const { matched = 1, strangers = [] } = reading ?? {};
  if (matched >= LEAST_MATCHED) return;
  throw new Error(
    `only ${percent(matched)} of the order lines name a product, SKU or variant of the catalogue, which is less than half; not known are ${strangers.join(", ")}. ` +
      "Give the catalogue's own ids in the orders, or the orders' ids in the catalogue's column sku. Nothing was written.",
  );
}

function isEmpty({ orders, catalogue, pairs }: Read): boolean {
  return !catalogue?.items.length && !orders?.ids.length && !pairs?.history.ids.length;
}

function filesOf(model: BuiltModel, { shards, currency, date }: TrainOptions, { catalogue, exports }: Read): ModelFiles {
  return buildFiles(model, {
    ...(shards !== undefined && { shards }),
    currency: currency ?? catalogue?.currency ?? exports?.currency ?? NO_CATALOGUE_CURRENCY,
    date,
  });
}
