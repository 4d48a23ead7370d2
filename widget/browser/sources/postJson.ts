import { getJson } from "../lib/getJson.ts";

export interface Posting {
  readonly signal: AbortSignal;
  /** JSON. */
  readonly body: string;
  /** Milliseconds after which the request is given up. */
  readonly timeout: number;
}

/** Posts JSON and reads the answer's. @throws as `getJson` does, when the time is over and when `signal` is aborted. */
export async function postJson(address: string, { signal, body, timeout }: Posting): Promise<unknown> {
  const giveUp = new AbortController();
  const stop = () => giveUp.abort();
  const timer = setTimeout(stop, timeout);
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  try {
    const headers = { "content-type": "application/json" };
    return await getJson(address, { method: "POST", body, headers, signal: giveUp.signal });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}
