import { Worker } from "node:worker_threads";

/** What a worker thread makes of a task. @throws when it fails. */
export function runWorker<T>(file: URL, task: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: task });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => code && reject(new Error(`a worker thread ended with ${code}`)));
  });
}
