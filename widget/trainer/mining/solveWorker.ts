import { parentPort, workerData } from "node:worker_threads";
import { ease } from "./ease.ts";
import type { SolveTask } from "./solveWeights.ts";

const { history, options, from, of } = workerData as SolveTask;
parentPort?.postMessage(ease(history, options, { from, of }).packed);
