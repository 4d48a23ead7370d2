import type { Cart, Line } from "../../types/cart.ts";
import type { AddRequest, Platform, WriteResult } from "../../types/platform.ts";
import { findGrown, isGone } from "./matchLine.ts";
import { within } from "./within.ts";
import { refused, type Written } from "./written.ts";

/** Milliseconds after which a write of the shop's is given up. */
const PATIENCE = 15_000;

/** Where writes go and where the truth comes from. */
export interface WriterOptions {
  readonly platform: Platform;
  /** The cart read anew; `undefined` when it cannot be read. Never rejects. */
  read(): Promise<Cart | undefined>;
}

/** Single writes, each judged by the cart read after it against the cart `before`. */
export interface Legs {
  readonly platform: Platform;
  add(before: Cart, item: AddRequest): Promise<Written>;
  remove(before: Cart, line: Line): Promise<Written>;
  /** Any write, and the cart after it. */
  write(call: () => PromiseLike<WriteResult>): Promise<{ readonly answer: WriteResult; readonly cart: Cart | undefined }>;
}

export function createLegs({ platform, read }: WriterOptions): Legs {
  // The shop may have taken the write, so a reading that fails is worth another.
  const write: Legs["write"] = async (call) => ({ answer: await settle(call), cart: (await read()) ?? (await read()) });
  return {
    platform,
    write,
    async add(before, item) {
      const { answer, cart } = await write(() => platform.add(item));
      const line = cart && findGrown(before, cart, item);
      return line ? { ok: true, line, cart } : refused(answer, cart);
    },
    async remove(before, line) {
      if (!platform.remove) return { ok: false, reason: "unsupported", cart: before };
      const { answer, cart } = await write(() => platform.remove!(line.key));
      return cart && isGone(before, cart, line) ? { ok: true, line, cart } : refused(answer, cart);
    },
  };
}

async function settle(call: () => PromiseLike<WriteResult>): Promise<WriteResult> {
  try {
    return await within(PATIENCE, call);
  } catch {
    return { ok: false, reason: "network" };
  }
}
