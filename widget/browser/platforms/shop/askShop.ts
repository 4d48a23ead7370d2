/** Milliseconds after which a request to the shop is given up. */
const PATIENCE = 12_000;

/** What the shop answered. */
export interface ShopAnswer {
  readonly status: number;
  readonly text: string;
  /** The text as JSON, whatever its content type says; `undefined` where it is none. */
  readonly body: unknown;
  header(name: string): string | undefined;
}

/**
 * Asks the shop's own server, with the shopper's cookies. Every answer is a value, whatever its status: shops refuse with 200, and say yes
 * with the wrong content type. @throws when there is no answer: a dead network, a `fetch` of the page's that is none, or 12 seconds.
 */
export async function askShop(address: string, { signal, ...how }: RequestInit = {}): Promise<ShopAnswer> {
  const giveUp = new AbortController();
  const abort = () => giveUp.abort();
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) abort();
  const timer = setTimeout(abort, PATIENCE);
  try {
    // The page may have put something in its place that answers with no response at all.
    const answer = (await orGivenUp(fetch(address, { credentials: "same-origin", ...how, signal: giveUp.signal }), giveUp.signal)) as
      | Response
      | undefined;
    if (typeof answer?.text !== "function") throw new Error(`${address}: no answer`);
    const text = await orGivenUp(answer.text(), giveUp.signal);
    return { status: answer.status, text, body: parse(text), header: (name) => answer.headers.get(name) ?? undefined };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

/** Also what pays no heed to the signal ends with it. */
async function orGivenUp<T>(work: PromiseLike<T>, signal: AbortSignal): Promise<T> {
  let end: (() => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    end = () => reject(new Error("given up"));
    if (signal.aborted) end();
    signal.addEventListener("abort", end);
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    signal.removeEventListener("abort", end!);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
