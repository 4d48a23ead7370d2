const LOCK = "goeswith.cart";
/** Milliseconds to wait for another tab, which may be frozen. */
const PATIENCE = 5000;

/** Runs while no other tab of ours writes, where the browser has locks; without one, or when the wait is too long, it runs all the same. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  let begun: Promise<T> | undefined;
  const begin = () => (begun ??= work());
  try {
    await navigator.locks.request(LOCK, { signal: AbortSignal.timeout(PATIENCE) }, begin);
  } catch {
    // No locks here, or none to be had; an error of the work itself comes out below.
  }
  return begin();
}
