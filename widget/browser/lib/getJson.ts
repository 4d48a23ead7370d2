/** Milliseconds after which a file is given up. */
const PATIENCE = 10_000;

/**
 * Reads JSON from an address. The text is parsed whatever its content type says, because shops mislabel it.
 * @throws on a network error, a status that is not 2xx, a time-out, or text that is not JSON.
 */
export async function getJson(address: string, how: RequestInit = { signal: giveUp() }): Promise<unknown> {
  const answer = await fetch(address, how);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return JSON.parse(await answer.text()) as unknown;
}

/** An older browser waits as long as its network does. */
const giveUp = () => (AbortSignal as { timeout?: typeof AbortSignal.timeout }).timeout?.(PATIENCE) ?? null;
