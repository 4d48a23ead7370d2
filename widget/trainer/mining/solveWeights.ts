import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { ease, type EaseOptions, isDense, sizeOf } from "./ease.ts";
import type { History } from "./history.ts";
import { runWorker } from "./runWorker.ts";
import { createTopRows, mergeRows, type PackedRows, type TopRows } from "./topRows.ts";

/** What a worker thread is given. */
export interface SolveTask {
  readonly history: History;
  readonly options: EaseOptions;
  readonly from: number;
  readonly of: number;
}

/** Stands beside the built command; from the sources everything runs in one thread. */
const WORKER = new URL("./solveWorker.js", import.meta.url);
/** For fewer products a thread takes longer to start than to work. */
const WORTH_THREADS = 3000;

/** Centred EASE in as many threads as there are processors. However many they are, the weights are the same to the bit. */
export async function solveWeights(history: History, options: EaseOptions, threads = availableParallelism()): Promise<TopRows> {
  const size = sizeOf(history, options);
  if (threads < 2 || isDense(size) || size < WORTH_THREADS || !existsSync(fileURLToPath(WORKER))) return ease(history, options);
  const rows = createTopRows(history.ids.length, options.neighbours);
  // Names are not needed to solve, and would be copied.
  const bare = { ...history, ids: { length: history.ids.length } as History["ids"] };
  // What else the caller has beside these may not be cloneable.
  const { neighbours, minOrders } = options;
  const parts = Array.from({ length: threads }, (_, from) =>
    runWorker<PackedRows>(WORKER, { history: bare, options: { neighbours, minOrders }, from, of: threads }),
  );
  for (const part of await Promise.all(parts)) mergeRows(rows, part);
  return rows;
}
