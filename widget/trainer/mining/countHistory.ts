import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { countPairs, countPairsInParts } from "./countPairs.ts";
import type { History, Pairs } from "./history.ts";
import type { Orders } from "../orders/readBaskets.ts";
import { runWorker } from "./runWorker.ts";
import type { OrderWeights } from "./weighOrders.ts";

/** Stands beside the built command; from the sources everything runs in one thread. */
const WORKER = new URL("./countWorker.js", import.meta.url);
/** Fewer lines are counted before a thread has started. */
const WORTH_THREADS = 300_000;

/** Counts pairs in as many threads as there are processors. However many they are, the counts are the same. */
export async function countHistory(orders: Orders, weights: OrderWeights, threads = availableParallelism()): Promise<History> {
  if (threads < 2 || orders.items.length < WORTH_THREADS || !existsSync(fileURLToPath(WORKER))) return countPairs(orders, weights);
  return countPairsInParts(orders, weights, {
    of: threads,
    count: (tasks) => Promise.all(tasks.map((task) => runWorker<Pairs>(WORKER, task))),
  });
}
