import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { runOffers } from "../../widget/trainer/runOffers.ts";

/** One case of `goeswith offers`. */
export interface OfferCase {
  readonly given: readonly string[];
  readonly kind?: "up-sell";
  readonly limit?: number;
}

/** What the browser would show for each case, asked of the command itself. */
export async function askOffers(model: string, cases: readonly OfferCase[]): Promise<readonly (readonly string[])[]> {
  const output = new PassThrough();
  const answered = text(output);
  await runOffers(["--model", model], { input: Readable.from(cases.map((one) => `${JSON.stringify(one)}\n`)), output });
  output.end();
  const lines = (await answered).trim().split("\n");
  return lines.map((line) => (JSON.parse(line) as { top: readonly string[] }).top);
}
