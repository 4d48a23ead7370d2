import { parentPort, workerData } from "node:worker_threads";
import { type CountTask, countLower } from "./countPairs.ts";

parentPort?.postMessage(countLower(workerData as CountTask));
