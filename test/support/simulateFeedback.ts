import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createRandom } from "../../demo/stores/electronics/random.ts";
import { batchLines, type Look, looksOf } from "./shopLooks.ts";
import { aFolder, csv, orderRows, type Trained, train } from "./training.ts";

/** How likely a shopper is to look further: what stands first is taken more, whatever it is. */
const ATTENTION = [1, 0.7, 0.5, 0.35] as const;
const SEEDS = 6;
const ADD_ONS = 8;

/** A shop whose order history says one thing and whose shoppers, once offered it, another. */
export interface AppealingShop {
  readonly orders: string;
  /** How likely a pair is taken where it stands first, and declined. */
  appeal(product: string): number;
  dislike(product: string): number;
}

/** `spread`: how far appeal lies apart, from 0 (all alike) to 1. */
export function aShop(run: number, spread: number): AppealingShop {
  const draw = createRandom(run);
  const pairs = Array.from({ length: SEEDS * ADD_ONS }, (_, at) => ({ seed: `s${at % SEEDS}`, product: `s${at % SEEDS}-p${at}` }));
  const facts = new Map(pairs.map(({ product }) => [product, { times: 15 + Math.floor(draw() * 30), taken: draw(), declined: draw() }]));
  const between = (share: number, mean: number) => mean * (1 + spread * (2 * share - 1));
  const rows = pairs.flatMap(({ seed, product }) => orderRows(product, facts.get(product)!.times, seed, product));
  return {
    orders: csv(["order_id", "item_id"], ...rows),
    appeal: (product) => between(facts.get(product)!.taken, 0.1),
    dislike: (product) => between(facts.get(product)!.declined, 0.06),
  };
}

/** Visits to what a model offers, each to one product, and what they do. */
export function visitShop(shop: AppealingShop, model: Trained, { run, visits }: { readonly run: number; readonly visits: number }): string {
  const draw = createRandom(run + 1000);
  const looks = Array.from({ length: visits }, (_, visit) => `s${visit % SEEDS}`).flatMap((seed) =>
    offered(model, seed).map((product, at): Look => {
      const chance = draw();
      const isTaken = chance < ATTENTION[at]! * shop.appeal(product);
      const isDeclined = chance > 1 - ATTENTION[at]! * shop.dislike(product);
      return { product, for: seed, position: at + 1, after: isTaken ? [["added"]] : isDeclined ? [["dismissed"]] : [] };
    }),
  );
  return batchLines(looksOf(`run${run}`, looks), 200);
}

/** The model of the shop's orders, and of what shoppers did with earlier ones. */
export async function trainShop({ orders }: AppealingShop, heard: readonly string[]): Promise<Trained> {
  const folder = await aFolder();
  const files = heard.map((_, at) => join(folder, `events${at}.jsonl`));
  for (const [at, text] of heard.entries()) await writeFile(files[at]!, text);
  return train({ orders, args: files.length ? ["--events", ...files] : [] });
}

/** How many offers a visit takes of a model, on average. */
export function worthOf(shop: AppealingShop, model: Trained): number {
  const seeds = Array.from({ length: SEEDS }, (_, at) => `s${at}`);
  const taken = seeds.map((seed) => offered(model, seed).reduce((sum, product, at) => sum + ATTENTION[at]! * shop.appeal(product), 0));
  return taken.reduce((sum, one) => sum + one, 0) / SEEDS;
}

function offered({ entries }: Trained, seed: string): readonly string[] {
  const rows = (entries[seed]?.with ?? []).filter(([, weight]) => weight > 0).toSorted((a, b) => b[1] - a[1]);
  return rows.slice(0, ATTENTION.length).map(([id]) => id);
}
