/** The clocks of a request and of the page may differ by their rounding, in milliseconds. */
const ROUNDING = 20;

/** Remembers when we ourselves read or wrote the cart. */
export interface OwnRequests {
  during<T>(work: () => T | PromiseLike<T>): Promise<T>;
  /** A reading of the cart that asks the shop begins: what ended before it is in its answer. */
  reads(): void;
  /**
   * Whether a request began and ended while we worked, or ended before the cart was last read. One of the shop's that did so is taken for
   * ours too: what it changed is in the answer we were waiting for, or comes with the shop's next sign.
   */
  has(request: PerformanceEntry): boolean;
}

export function createOwnRequests(): OwnRequests {
  let running = 0;
  let from = Infinity;
  let until = -Infinity;
  let readAt = -Infinity;
  return {
    async during(work) {
      if (!running++) from = performance.now();
      try {
        return await work();
      } finally {
        running--;
        until = performance.now();
      }
    },
    reads: () => (readAt = performance.now()),
    has: ({ startTime, duration }) =>
      startTime + duration <= readAt || (startTime >= from && (running > 0 || startTime + duration <= until + ROUNDING)),
  };
}
