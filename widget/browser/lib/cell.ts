import type { Stop } from "../../types/platform.ts";

/** A value that can be watched. */
export interface Cell<T> {
  get(): T;
  /** Listeners hear only values that are not the very same. */
  set(value: T): void;
  /** Hears the current value at once, then every new one. */
  subscribe(listener: (value: T) => void): Stop;
}

export function createCell<T>(initial: T): Cell<T> {
  let current = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener(value);
    },
    subscribe(listener) {
      listeners.add(listener);
      listener(current);
      return () => void listeners.delete(listener);
    },
  };
}
