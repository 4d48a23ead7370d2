import { parseArgs } from "node:util";
import type { BookQuestion } from "../../books/readBooks.ts";
import { readBooks } from "../../books/readBooks.ts";
import { BOOK_FLAGS, BOOK_USAGE, toBookChoice } from "./bookFlags.ts";
import { describeImport } from "./describeImport.ts";
import type { Whereabouts } from "./reachStore.ts";
import { reachStore } from "./reachStore.ts";
import { runCommand } from "./runCommand.ts";
import { STORE_FLAGS, STORE_USAGE, toWhereabouts } from "./whereabouts.ts";

const USAGE = `goeswith import orders: joins the shop's own orders with what browsers told, so that refunds and missed orders are in the figures.

  goeswith import orders FILE… --shop NAME [--from SYSTEM] [--data events.duckdb | --collector URL [--token T]]

  FILE…             exports as they are, also gzipped, as patterns ('exports/*.csv'), or - for what is piped in
  --shop NAME       "shop" of the configuration; where that has none: shop
${BOOK_USAGE}
${STORE_USAGE}
  --help

Order ids and customers are stored hashed. The same file twice changes nothing; a later export of the same orders counts.`;

interface Options extends Whereabouts {
  readonly books: BookQuestion;
}

/** `goeswith import`. Resolves with the exit code. */
export function runImport(args: readonly string[]): Promise<number> {
  return runCommand({ name: "import orders", usage: USAGE, read, run }, args);
}

function read(args: readonly string[]): Options | undefined {
  const options = { shop: { type: "string" }, ...BOOK_FLAGS, ...STORE_FLAGS, help: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.help) return undefined;
  const [what, ...files] = positionals;
  if (what !== "orders") throw new Error("orders FILE… is needed: nothing else can be imported");
  if (files.length === 0) throw new Error("FILE… is needed, the shop's exports");
  if (!values.shop) throw new Error("--shop NAME is needed: order ids are hashed with it, as the browser does");
  return { books: { files, shop: values.shop, ...toBookChoice(values) }, ...toWhereabouts(values) };
}

async function run({ books, ...where }: Options): Promise<void> {
  const reading = await readBooks(books);
  const store = await reachStore(where);
  try {
    console.log(describeImport(reading, await store.confirm(reading.orders)));
  } finally {
    await store.stop();
  }
}
