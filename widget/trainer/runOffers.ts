import { once } from "node:events";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { answerCase, readCase } from "./asking/offersCase.ts";
import { openModelFolder } from "./asking/openModelFolder.ts";
import { readShop } from "./asking/readShop.ts";

const OFFERS_HELP = `goeswith offers --model DIR [--config FILE]

Reads one case a line, {"given":["id",…]}, and writes {"top":["id",…]} for each, in the same order: what the browser would offer,
by the very code and files it uses.

  --model DIR      folder of the model files
  --config FILE    a goeswith.json whose price band, "popular" and rules count; without it the rules that the model carries do

A case may also have
  "kind":"up-sell"   better alternatives in place of things that go with the cart
  "limit":N          how many (4; with "all" 10)
  "all":true         the bare ranking, without the rules of what may be offered`;

/** Where the questions come from and the answers go. */
export interface Pipes {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** `goeswith offers`: answers cases from standard input. @throws naming the line that is no case, or when there is no model. */
export async function runOffers(
  args: readonly string[],
  { input, output }: Pipes = { input: process.stdin, output: process.stdout },
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { model: { type: "string" }, config: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) {
    console.log(OFFERS_HELP);
    return 0;
  }
  if (!values.model) throw new Error("--model DIR is needed");
  const model = await openModelFolder(values.model);
  const shopWith = await readShop(values.config);
  const shop = await shopWith(model);
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (!line.trim()) continue;
    const asked = attempt(() => readCase(line), number);
    const answer = `${JSON.stringify({ top: await answerCase(shop, asked) })}\n`;
    if (!output.write(answer)) await once(output, "drain");
  }
  return 0;
}

function attempt<T>(run: () => T, line: number): T {
  try {
    return run();
  } catch (error) {
    throw new Error(`line ${line}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
