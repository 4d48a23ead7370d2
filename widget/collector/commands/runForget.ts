import { parseArgs } from "node:util";
import type { Whereabouts } from "./reachStore.ts";
import { reachStore } from "./reachStore.ts";
import { runCommand } from "./runCommand.ts";
import type { Forgetting, Removed } from "../store/store.ts";
import { STORE_FLAGS, STORE_USAGE, toWhereabouts } from "./whereabouts.ts";

const USAGE = `goeswith forget: removes events and confirmed orders for good; afterwards they are in no byte of the file.

  goeswith forget --before 2026-01-31 | --visit ID | --order ID [--data events.duckdb | --collector URL [--token T]]

  --before DATE     everything that happened before that day (of UTC), and the sums of months that were over by then
  --visit ID        everything of the person that visit belonged to: all visits of the same browser, and their orders
  --order ID        everything of the person that placed the order; the id is the shop's own, or as it is stored (hashed)
${STORE_USAGE}
  --help

A copy made before, a backup or an export, is not changed. What the shopper's browser still holds is the browser's: that ends with
the consent.`;

interface Options extends Whereabouts {
  readonly what: Forgetting;
}

/** `goeswith forget`. Resolves with the exit code. */
export function runForget(args: readonly string[]): Promise<number> {
  return runCommand({ name: "forget", usage: USAGE, read, run }, args);
}

function read(args: readonly string[]): Options | undefined {
  const text = { type: "string" } as const;
  const options = { before: text, visit: text, order: text, ...STORE_FLAGS, help: { type: "boolean" } } as const;
  const { before, visit, order, help, ...store } = parseArgs({ args: [...args], options }).values;
  if (help) return undefined;
  const given: readonly (Forgetting | undefined)[] = [
    before === undefined ? undefined : { before: toTime(before) },
    visit === undefined ? undefined : { visit },
    order === undefined ? undefined : { order },
  ];
  const [what, ...more] = given.filter((one) => one !== undefined);
  if (!what || more.length > 0) throw new Error("one of --before, --visit and --order is needed");
  if (Object.values(what).includes("")) throw new Error("the id is empty");
  return { what, ...toWhereabouts(store) };
}

function toTime(day: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : NaN;
  // A 30th of February is taken for the 2nd of March otherwise.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw new Error(`--before ${day}: a day such as 2026-01-31 is needed`);
  return time;
}

async function run({ what, ...where }: Options): Promise<void> {
  const store = await reachStore(where);
  try {
    console.log(describe(await store.forget(what)));
  } finally {
    await store.stop();
  }
}

function describe({ events, drops, orders, months }: Removed): string {
  if (events + drops + orders + months === 0) return "Nothing of the kind was there.";
  return `Removed: ${events} events, ${orders} confirmed orders, ${drops} counts of dropped events, ${months} months of sums.`;
}
