import type { Cart, Line, LineKey } from "../../types/cart.ts";
import type { AddRequest, RefusalCode } from "../../types/platform.ts";
import { alone } from "./alone.ts";
import { createLegs, type WriterOptions } from "./createLegs.ts";
import { swapLine } from "./swapLine.ts";
import type { Written } from "./written.ts";

export type { Written };

/** More pieces than this are a mistake, not a wish. */
const MOST_PIECES = 9999;

/** Writes to the shop's cart one at a time. What it answers is what the re-read cart shows, not what the shop's answer claimed. */
export interface Writer {
  /** The same request while one is under way is that one. */
  add(item: AddRequest): Promise<Written>;
  /** `item` in the place of `line`; services bound to the line move along. */
  swap(line: Line, item: AddRequest): Promise<Written>;
  remove(line: LineKey): Promise<Written>;
}

export function createWriter(options: WriterOptions): Writer {
  const { platform, read } = options;
  const legs = createLegs(options);
  const running = new Map<string, Promise<Written>>();
  let tail: Promise<unknown> = Promise.resolve();

  const queue = (name: string, work: (before: Cart) => Promise<Written>): Promise<Written> => {
    const judged = async () => {
      const before = await read();
      return before ? work(before) : refuse("network");
    };
    const same = running.get(name);
    if (same) return same;
    const written = tail.then(() => alone(judged)).finally(() => running.delete(name));
    running.set(name, written);
    tail = written.catch(() => {});
    return written;
  };

  return {
    add: (item) => (isSound(item) ? queue(nameOf("add", item), (before) => legs.add(before, item)) : refuse("refused")),
    swap(line, item) {
      if (!platform.swap && !platform.remove) return refuse("unsupported");
      return isSound(item) ? queue(nameOf(line.key, item), (before) => swapLine({ legs, before, line, item })) : refuse("refused");
    },
    remove: (key) =>
      queue(key, async (before) => {
        const line = before.lines.find((other) => other.key === key);
        return line ? legs.remove(before, line) : { ok: false, reason: "refused", cart: before };
      }),
  };
}

const refuse = async (reason: RefusalCode): Promise<Written> => ({ ok: false, reason });

const isSound = ({ product, quantity }: AddRequest): boolean =>
  !!product && Number.isInteger(quantity) && quantity > 0 && quantity <= MOST_PIECES;

const nameOf = (verb: string, { product, variant, quantity, boundTo, options = {} }: AddRequest): string =>
  [verb, product, variant, quantity, boundTo, ...Object.entries(options)].join("\n");
