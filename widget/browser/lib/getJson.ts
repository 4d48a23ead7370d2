/** How a JSON request goes out. */
export interface JsonRequest {
  readonly signal?: AbortSignal;
  /** Sent with POST as JSON. Absent: GET. */
  readonly body?: unknown;
  /** Milliseconds after which the request is given up. */
  readonly timeout?: number;
}

/**
 * Reads JSON from an address. The text is parsed whatever its content type says, because shops mislabel it.
 * @throws on a network error, a status that is not 2xx, a time-out, or text that is not JSON.
 */
export async function getJson(address: string, { signal, body, timeout = 10_000 }: JsonRequest = {}): Promise<unknown> {
  const giveUp = new AbortController();
  const stop = () => giveUp.abort();
  const timer = setTimeout(stop, timeout);
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  try {
    const post = body === undefined ? {} : { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    const answer = await fetch(address, { ...post, signal: giveUp.signal });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    return JSON.parse(await answer.text()) as unknown;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}
