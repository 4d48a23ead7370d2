import type { Cart, Line } from "../../types/cart.ts";
import type { AddRequest, WriteResult } from "../../types/platform.ts";
import type { Legs } from "./createLegs.ts";
import { countOf, findAgain, findGrown, isGone } from "./matchLine.ts";
import { moveServices } from "./moveServices.ts";
import { toRequest } from "./toRequest.ts";
import { refused, type Refused, type Written } from "./written.ts";

/** One swap: what the cart was, which line goes and what comes. */
export interface Swap {
  readonly legs: Legs;
  readonly before: Cart;
  readonly line: Line;
  readonly item: AddRequest;
}

/** Puts `item` in the place of a line. A leg that fails is taken back, so that the cart ends with one of the two and never with none. */
export async function swapLine({ legs, before, line: offered, item: asked }: Swap): Promise<Written> {
  const line = findAgain(before, offered);
  if (!line) return { ok: false, reason: "refused", cart: before };
  // The shopper may have changed the quantity since the offer was made.
  const item = asked.quantity === offered.quantity ? { ...asked, quantity: line.quantity } : asked;
  const swap = { legs, before, line, item };
  const { platform } = legs;
  // No bind() with arguments, which means something else on pages with MooTools.
  const byShop = platform.swap && (() => platform.swap!(line.key, item));
  const written = await (byShop ? swapByShop(swap, byShop) : swapByLegs(swap));
  return written.ok ? moveServices(swap, written) : written;
}

async function swapByShop(swap: Swap, byShop: () => Promise<WriteResult>): Promise<Written> {
  const { legs, before, line, item } = swap;
  const { answer, cart } = await legs.write(byShop);
  const why = refused(answer, cart);
  if (!cart) return why;
  const grown = findGrown(before, cart, item);
  const gone = isGone(before, cart, line);
  if (grown) return gone ? { ok: true, line: grown, cart } : takeBack(swap, grown, why);
  return gone ? putBack(swap, why) : why;
}

async function swapByLegs(swap: Swap): Promise<Written> {
  const { legs, before, line, item } = swap;
  const added = await legs.add(before, item);
  // Some shops take the old line out themselves.
  if (!added.ok || isGone(before, added.cart, line)) return added;
  const old = findAgain(added.cart, line, added.line.key);
  const removed = old ? await legs.remove(added.cart, old) : refused({ ok: true }, added.cart);
  if (!removed.ok) return takeBack(swap, added.line, removed);
  const { cart } = removed;
  const come = findAgain(cart, added.line);
  return come ? { ok: true, line: come, cart } : putBack(swap, refused({ ok: true }, cart));
}

/** Takes the new line out again, or down to the quantity there was of it before. Without a cart to go by nothing more is touched. */
async function takeBack({ legs, before, item }: Swap, added: Line, why: Refused): Promise<Refused> {
  const { platform, write } = legs;
  const line = why.cart && findAgain(why.cart, added);
  if (!why.cart || !line) return why;
  const rest = line.quantity - (countOf(why.cart, item) - countOf(before, item));
  const lower = platform.setQuantity && (() => platform.setQuantity!(line.key, rest));
  const undo = rest > 0 ? lower : platform.remove && (() => platform.remove!(line.key));
  const cart = undo ? (await write(undo)).cart : why.cart;
  return { ...refused(why, cart), ...(cart && { left: countOf(cart, item) > countOf(before, item) }) };
}

/** The old line is gone and nothing came in its place: it is brought back. */
async function putBack({ legs, line }: Swap, why: Refused): Promise<Refused> {
  return refused(why, (await legs.write(() => legs.platform.add(toRequest(line)))).cart);
}
