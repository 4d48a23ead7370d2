/**
 * Wraps code at an edge (listener, timer, observer, callback of the shop): what it throws or rejects with is swallowed, counted
 * and, with debug on, logged. The shop's page never sees an error of ours.
 */
export function guard<A extends unknown[]>(run: (...args: A) => unknown): (...args: A) => void {
  return (...args) => {
    try {
      // Whatever the page takes for a promise: it may have replaced the language's own.
      (run(...args) as PromiseLike<unknown> | undefined)?.then?.(undefined, swallow);
    } catch (error) {
      swallow(error);
    }
  };
}

/** The rejection handler of a promise nobody waits for. */
export function swallow(error: unknown): void {
  guarded.count++;
  if (guarded.debug) console.warn("goeswith:", error);
}

/** How many errors were swallowed, and whether they are logged. */
export const guarded = { count: 0, debug: false };
