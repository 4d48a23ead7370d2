import type { WriteResult } from "../../../types/platform.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { askShop, type ShopAnswer } from "../shop/askShop.ts";
import { type RawLine, rawLines } from "./rawCart.ts";
import { readErrors } from "./readErrors.ts";
import { theShop } from "./theShop.ts";

/** What CartController.php answers, `displayAjaxUpdate`, as `text/html`: the product that was written, its pieces, and the whole cart. */
export interface CartAnswer extends RawLine {
  readonly cart?: unknown;
}

export type Fields = Readonly<Record<string, string | number>>;

/** The shop's cart behind its one address, and the newest whole cart that was seen. */
export interface Controller {
  /** The presented cart. A request is spent only where neither the page nor the last answer nor the theme has told it. Rejects when there is none. */
  read(signal: AbortSignal, isStale: boolean): Promise<unknown>;
  /** As it was seen last, by whomever. */
  newest(): unknown;
  /** Takes the cart out of what the theme tells; whether a whole one was in it. Without one the next reading asks the shop. */
  learn(told: unknown): boolean;
  /** `isDone`: whether the answer's cart shows what was asked for. */
  write(fields: Fields, isDone: (answer: CartAnswer) => boolean): Promise<WriteResult>;
  /** The answer to the last write that came through, or to a reading. Rejects when there is none. */
  answer(): Promise<CartAnswer>;
}

/** `address`: of the cart controller. */
export function createController(address: () => string): Controller {
  let newest: unknown;
  let isFresh = false;
  let answered: CartAnswer | undefined;
  let token: string | undefined;

  const tokenNow = () => token ?? theShop().static_token ?? "";
  const learn = (told: unknown) => {
    const cart = isRecord(told) ? told["cart"] : undefined;
    isFresh = !!rawLines(cart);
    if (isFresh) newest = cart;
    return isFresh;
  };
  const take = (answer: ShopAnswer) => {
    answered = learn(answer.body) ? (answer.body as CartAnswer) : undefined;
    return answer;
  };
  const send = async (fields: Fields) => {
    const body = new URLSearchParams(Object.entries({ ...fields, ...UPDATE, token: tokenNow() }).map(asTexts));
    return take(await askShop(address(), { method: "POST", body }));
  };
  /** Told to update nothing, the controller answers the whole cart and leaves it as it is. */
  const ask = async (signal?: AbortSignal) => {
    const url = new URL(address(), location.href);
    Object.entries(UPDATE).forEach(([name, value]) => url.searchParams.set(name, value));
    take(await askShop(url.href, { cache: "no-store", ...(signal && { signal }) }));
    if (!answered) throw new Error("no cart");
    return answered;
  };
  /** Whether there is another token than the one that did not do. It stands in the addresses of every line, and in every page. */
  const renew = async ({ text }: ShopAnswer) => {
    const found = tokenIn(text) ?? tokenIn((await askShop(address())).text);
    if (!found || found === tokenNow()) return false;
    token = found;
    return true;
  };
  return {
    newest: () => newest,
    learn,
    async read(signal, isStale) {
      const here = theShop().cart;
      if (!isStale && rawLines(here)) newest ??= here;
      if (isStale ? !isFresh : newest === undefined) await ask(signal);
      isFresh = false;
      return newest;
    },
    /**
     * A signed-in customer's token that has run out is no error to PrestaShop: nothing is written, and the answer is a success with the cart
     * as it is. So it is the cart that says what was done.
     */
    async write(fields, isDone) {
      isFresh = false;
      answered = undefined;
      const isWritten = () => !!answered && isDone(answered);
      let answer = await send(fields);
      if (answered && !isWritten() && (await renew(answer))) answer = await send(fields);
      return isWritten() ? { ok: true } : { ok: false, reason: "refused", ...readErrors(answer.body) };
    },
    answer: async () => answered ?? ask(),
  };
}

/** What the themes send with every change. */
const UPDATE = { ajax: "1", action: "update" };

const asTexts = ([name, value]: readonly [string, string | number]): [string, string] => [name, `${value}`];

const tokenIn = (text: string): string | undefined => (/"static_token":"(\w+)/.exec(text) ?? /\btoken=(\w+)/.exec(text))?.[1];
