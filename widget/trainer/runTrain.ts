import { buildFiles, type ModelFiles } from "./buildFiles.ts";
import { type BuiltModel, buildModel } from "./buildModel.ts";
import { type Database, openDatabase } from "./database.ts";
import { type Catalogue, readCatalogue } from "./readCatalogue.ts";
import { type OrderReading, readOrders } from "./readOrders.ts";
import { describeCatalogue, describeModel, describeOrders, percent } from "./summary.ts";
import { TRAIN_HELP, type TrainOptions, readTrainOptions } from "./trainOptions.ts";
import { writeModel } from "./writeModel.ts";

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
  const { reading, catalogue } = await read(options);
  if (catalogue) console.log(describeCatalogue(catalogue));
  if (options.orders.length) console.log(describeOrders(reading));
  refuse(reading, catalogue);
  const model = buildModel(reading.orders, options, catalogue);
  const files = filesOf(model, options, catalogue);
  await writeModel(options.out, files);
  console.log(describeModel(model, files, options));
  return 0;
}

async function read(options: TrainOptions): Promise<{ readonly reading: OrderReading; readonly catalogue?: Catalogue }> {
  const database = await openDatabase();
  try {
    const catalogue = await readCatalogueIn(database, options);
    const reading = options.orders.length ? await readOrders(database, options.orders, catalogue?.aliases) : NO_ORDERS;
    return { reading, ...(catalogue && { catalogue }) };
  } finally {
    await database.close();
  }
}

const NO_ORDERS: OrderReading = {
  orders: { ids: [], counts: new Int32Array(), starts: new Int32Array(1), items: new Int32Array() },
  lines: 0,
  skipped: new Map(),
  bad: [],
  strangers: [],
};

async function readCatalogueIn(database: Database, { catalogue, currency }: TrainOptions): Promise<Catalogue | undefined> {
  return catalogue === undefined ? undefined : readCatalogue(database, catalogue, currency);
}

function refuse({ orders, matched = 1, strangers }: OrderReading, catalogue: Catalogue | undefined): void {
  if (matched < LEAST_MATCHED) {
    throw new Error(
      `only ${percent(matched)} of the order lines name a product, SKU or variant of the catalogue, which is less than half; not known are ${strangers.join(", ")}. ` +
        "Give the catalogue's own ids in the orders, or the orders' ids in the catalogue's column sku. Nothing was written.",
    );
  }
  if (!catalogue?.items.length && !orders.ids.length)
    throw new Error("too little data: there is neither an order line nor a product. Nothing was written.");
}

function filesOf(model: BuiltModel, { shards, currency, date }: TrainOptions, catalogue: Catalogue | undefined): ModelFiles {
  return buildFiles(model, {
    ...(shards !== undefined && { shards }),
    currency: currency ?? catalogue?.currency ?? NO_CATALOGUE_CURRENCY,
    date,
  });
}
