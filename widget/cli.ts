#!/usr/bin/env node
import { parseArgs } from "node:util";

type Run = (args: readonly string[]) => Promise<number>;

/** Each command is loaded when it is called: what it needs may not be installed. */
const COMMANDS: Readonly<Record<string, () => Promise<Run>>> = {
  train: async () => (await import("./trainer/runTrain.ts")).runTrain,
  offers: async () => (await import("./trainer/runOffers.ts")).runOffers,
  explain: async () => (await import("./trainer/runExplain.ts")).runExplain,
  review: async () => (await import("./trainer/runReview.ts")).runReview,
  check: async () => (await import("./checkCommand.ts")).runCheck,
  collect: async () => (await import("./collector/commands/runCollect.ts")).runCollect,
  report: async () => (await import("./collector/commands/runReport.ts")).runReport,
  import: async () => (await import("./collector/commands/runImport.ts")).runImport,
  forget: async () => (await import("./collector/commands/runForget.ts")).runForget,
  export: async () => (await import("./collector/commands/runExport.ts")).runExport,
};

const HELP = `goeswith COMMAND [OPTIONS]

  train      make model files out of orders and a catalogue
  offers     ask a model what it offers to carts
  explain    tell why a model offers what it offers to a cart
  review     write a sheet of what every product offers, to be marked and given back to train
  check      look for mistakes in a configuration
  collect    receive events and show the report
  report     write the report as one file, out of files of events
  import     join the shop's own orders with what was collected
  forget     remove what was collected: before a day, of a visit, of an order
  export     write what was collected to CSV or Parquet files

goeswith COMMAND --help says more.`;

const WRONG_USE = 2;

async function main([name = "", ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return (await command())(args);
  const { values } = parseArgs({ args: [name], options: { help: { type: "boolean", short: "h" } }, allowPositionals: true, strict: false });
  if (name && !values["help"]) console.error(`goeswith: there is no command "${name}"\n`);
  console.log(HELP);
  return values["help"] ? 0 : WRONG_USE;
}

/** What went wrong, in the words of whoever typed the command; a peer that is not installed with the line that installs it. */
function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const peer = /Cannot find package '((?:@[^/']+\/)?[^/']+)/.exec(message)?.[1];
  return peer ? `${peer} is not installed; run: npm install ${peer}` : message;
}

main(process.argv.slice(2)).then(
  (code) => void (process.exitCode = code),
  (error: unknown) => {
    console.error(`goeswith ${process.argv[2]}: ${explain(error)}`);
    process.exitCode = 1;
  },
);
