type GoesWith = { (...args: unknown[]): void; q?: unknown[][] };

declare global {
  interface Window {
    goesWith?: GoesWith;
  }
}

/** Tells the widget something, or its queue as long as the widget has not arrived. */
export function goesWith(...args: unknown[]): void {
  const queue: GoesWith = (...later) => void (queue.q = queue.q ?? []).push(later);
  window.goesWith = window.goesWith ?? queue;
  window.goesWith(...args);
}
