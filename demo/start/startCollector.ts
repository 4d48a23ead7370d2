import { existsSync } from "node:fs";
import { runCommand } from "./runCommand.ts";

export interface Collector {
  /** Origin that takes events. */
  readonly events: string;
  /** Origin that shows the report. */
  readonly report: string;
  readonly stop: () => void;
}

export interface CollectorFiles {
  /** `dist/cli.js` */
  readonly command: string;
  readonly data: string;
  /** Folder of the model, for titles in the report. */
  readonly model: string;
}

const EVENTS = /Events\s+(https?:\S+)\/v1\/events/;
const REPORT = /Report\s+(https?:\S+)\/report/;
const PATIENCE = 15_000;

/** Starts the collector and waits until it says where it listens; `undefined` when it does not, which is told to `warn`. */
export async function startCollector(
  { command, data, model }: CollectorFiles,
  warn: (text: string) => void,
): Promise<Collector | undefined> {
  if (!existsSync(command)) return undefined;
  return new Promise((resolve) => {
    const running = runCommand(command, ["collect", "--port", "0", "--data", data, "--model", model], () => {
      const [events, report] = [EVENTS, REPORT].map((address) => address.exec(running.said())?.[1]);
      if (events && report) settle({ events, report, stop: () => running.child.kill() });
    });
    const settle = (collector?: Collector): void => {
      clearTimeout(timer);
      resolve(collector);
    };
    const timer = setTimeout(() => {
      warn(`the collector has not said where it listens:\n${running.said()}`);
      running.child.kill();
      settle();
    }, PATIENCE);
    void running.ended.then((code) => {
      if (code) warn(`the collector ended:\n${running.said()}`);
      settle();
    });
  });
}
