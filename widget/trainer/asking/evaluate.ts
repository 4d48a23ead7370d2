/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import { createModel, type Model } from "../../browser/model/createModel.ts";
import { buildFiles } from "../files/buildFiles.ts";
import { type BuildOptions, type BuiltModel, buildModel } from "../files/buildModel.ts";
import { countPairs } from "../mining/countPairs.ts";
import type { EaseOptions } from "../mining/ease.ts";
import { answerCase } from "./offersCase.ts";
import type { Orders } from "../orders/readBaskets.ts";
import type { Catalogue } from "../catalogue/readCatalogue.ts";
import { readShop } from "./readShop.ts";
import { solveWeights } from "../mining/solveWeights.ts";
import { weighOrders } from "../mining/weighOrders.ts";

/** How often a product taken out of a real order was among the first four offered to the rest. */
export interface Evaluation {
  /** Orders the model was made of, and orders it was asked about. */
  readonly trained: number;
  readonly asked: number;
  /** Those asked about are the newest ones; else every tenth. */
  readonly isNewest: boolean;
  /** Share of the orders where it was found: by score, by popularity alone, and among what would really be offered. */
  readonly ranked: number;
  readonly popular: number;
  readonly shown: number;
  /** Share of the places that have an offer. */
  readonly filled: number;
}

interface EvaluateOptions extends BuildOptions, EaseOptions {
  readonly halfLife: number;
}

/** One order of so many is asked about. */
const PART = 10;
const MOST_CASES = 2000;
const PLACES = 4;
/** Larger orders are no shopper's cart. */
const LARGEST = 50;

/** Trains on all but the newest tenth of the orders, takes one product out of each of those, and asks for it. `undefined`: there are too few. */
export async function evaluate(orders: Orders, options: EvaluateOptions, catalogue?: Catalogue): Promise<Evaluation | undefined> {
  const { train, test } = split(orders);
  const cases = test.flatMap((order) => takeOut(orders, order) ?? []).slice(0, MOST_CASES);
  if (!cases.length) return undefined;
  const part = pick(orders, train);
  const history = countPairs(part, weighOrders(part, options.halfLife));
  const model = await openBuilt(buildModel({ history, rows: await solveWeights(history, options) }, options, catalogue));
  const best = history.ids.slice(0, PLACES + LARGEST);
  const shopWith = await readShop(undefined);
  const shop = await shopWith(model);
  const sums = { ranked: 0, popular: 0, shown: 0, filled: 0 };
  for (const { given, held } of cases) {
    const asked = { given, kind: "cross-sell", limit: PLACES } as const;
    const ranked = await answerCase(shop, { ...asked, all: true });
    const shown = await answerCase(shop, { ...asked, all: false });
    const popular = best.filter((id) => !given.includes(id)).slice(0, PLACES);
    sums.ranked += Number(ranked.includes(held));
    sums.popular += Number(popular.includes(held));
    sums.shown += Number(shown.includes(held));
    sums.filled += shown.length / PLACES;
  }
  const shares = Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, sum / cases.length])) as unknown as typeof sums;
  return { trained: train.length, asked: cases.length, isNewest: orders.days !== undefined, ...shares };
}

/** The model's files as the browser's code reads them, without writing them. */
async function openBuilt(model: BuiltModel): Promise<Model> {
  const { manifest, files } = buildFiles(model, { currency: "EUR", date: "1970-01-01" });
  const texts = new Map([...files].map(([name, text]) => [`/${manifest.build}/${name}`, text]));
  return createModel({
    address: "",
    manifest: Promise.resolve(manifest),
    get: async (name) => JSON.parse(texts.get(name) ?? "null") as unknown,
  });
}

/** Orders have no order of their own, so they are put into one by what they are. */
function split({ starts, items, days }: Orders): { readonly train: readonly number[]; readonly test: readonly number[] } {
  const compare = (a: number, b: number) => {
    const gap = (days?.[a] ?? 0) - (days?.[b] ?? 0) || starts[a + 1]! - starts[a]! - (starts[b + 1]! - starts[b]!);
    if (gap) return gap;
    for (let at = 0; starts[a]! + at < starts[a + 1]!; at++) {
      const next = items[starts[a]! + at]! - items[starts[b]! + at]!;
      if (next) return next;
    }
    return 0;
  };
  const sorted = Int32Array.from({ length: starts.length - 1 }, (_, order) => order).sort(compare);
  const newest = Math.floor(sorted.length * (1 - 1 / PART));
  const isTest = (at: number) => (days ? at >= newest : at % PART === PART - 1);
  return { train: [...sorted.filter((_, at) => !isTest(at))], test: [...sorted.filter((_, at) => isTest(at))] };
}

/** One product of an order that has some besides, another one from order to order. */
function takeOut({ ids, starts, items }: Orders, order: number): { readonly given: readonly string[]; readonly held: string } | undefined {
  const basket = [...items.subarray(starts[order], starts[order + 1])];
  if (basket.length < 2 || basket.length > LARGEST) return undefined;
  const at = basket.reduce((sum, item) => (sum * 31 + item) >>> 0, 7) % basket.length;
  const given = basket.filter((_, place) => place !== at).map((item) => ids[item]!);
  return { given, held: ids[basket[at]!]! };
}

/** Some of the orders, with their products numbered anew. */
function pick({ ids, starts, items, days }: Orders, wanted: readonly number[]): Orders {
  const counts = new Int32Array(ids.length);
  for (const order of wanted) for (let at = starts[order]!; at < starts[order + 1]!; at++) counts[items[at]!]!++;
  const kept = [...ids.keys()].filter((item) => counts[item]).sort((a, b) => counts[b]! - counts[a]! || (ids[a]! < ids[b]! ? -1 : 1));
  const numbers = new Int32Array(ids.length);
  for (const [number, item] of kept.entries()) numbers[item] = number;
  const begin = new Int32Array(wanted.length + 1);
  for (const [at, order] of wanted.entries()) begin[at + 1] = begin[at]! + starts[order + 1]! - starts[order]!;
  const list = new Int32Array(begin.at(-1)!);
  for (const [at, order] of wanted.entries()) {
    list.set(
      items
        .subarray(starts[order], starts[order + 1])
        .map((item) => numbers[item]!)
        .sort(),
      begin[at],
    );
  }
  return {
    ids: kept.map((item) => ids[item]!),
    counts: Int32Array.from(kept, (item) => counts[item]!),
    starts: begin,
    items: list,
    ...(days && { days: Int32Array.from(wanted, (order) => days[order]!) }),
  };
}
