import { closeSync, openSync, writeSync } from "node:fs";
import { createRandom } from "../../demo/stores/electronics/random.ts";

export interface HistoryShape {
  readonly lines: number;
  readonly products: number;
}

/** Lines of an order: one at least, five in the mean. */
const MEAN_LINES = 5;
const MOST_LINES = 60;
/** Products of one topic, and how many of an order's lines are of its topic. */
const TOPIC = 40;
const ON_TOPIC = 0.6;
/** Exponent of the popularity of products: the n-th best sells n^-0.8 as often as the best. */
const ZIPF = 0.8;
const DAYS = 730;
const BLOCK = 1 << 20;

/** Writes a made-up order history as CSV: topics with a popularity of their own, so that there is something to find. */
export function writeHistory(file: string, { lines, products }: HistoryShape): void {
  const random = createRandom(20_260_101);
  // Inverse of the Zipf distribution's cumulative sum, in closed form for its continuous counterpart.
  const zipf = (n: number) => Math.min(n - 1, Math.floor((random() * (n ** (1 - ZIPF) - 1) + 1) ** (1 / (1 - ZIPF)) - 1));
  const topics = Math.ceil(products / TOPIC);
  const out = openSync(file, "w");
  let text = "order_id,item_id,timestamp\n";
  let order = 0;
  for (let line = 0; line < lines; order++) {
    const size = Math.min(MOST_LINES, lines - line, 1 + Math.floor(-Math.log(1 - random()) * MEAN_LINES * 0.9));
    const topic = zipf(topics);
    const day = new Date(Date.UTC(2024, 0, 1) + Math.floor(random() * DAYS) * 864e5).toISOString().slice(0, 10);
    for (let at = 0; at < size; at++, line++) {
      const item = random() < ON_TOPIC ? (topic + topics * zipf(TOPIC)) % products : zipf(products);
      text += `o${order},p${item},${day}\n`;
    }
    if (text.length > BLOCK) {
      writeSync(out, text);
      text = "";
    }
  }
  writeSync(out, text);
  closeSync(out);
}
