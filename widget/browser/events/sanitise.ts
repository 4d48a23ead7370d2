import type { Happening } from "../../types/event.ts";

const FIELDS = "type,placement,position,offer,kind,source,product,for,price,priceOfOther,currency,quantity,reason,answer,order,total".split(
  ",",
);
const MAX_TEXT = 200;
/** Keeps the event of a very long order within one request. */
const MAX_LINES = 100;

/**
 * A frozen copy that holds the catalogue's fields and nothing else: texts cut, numbers finite, whatever is of another kind or cannot
 * be read left out. Never throws.
 */
export function sanitise(happening: Happening): Happening {
  const lines = read(() => [...(happening as { lines: readonly unknown[] }).lines].slice(0, MAX_LINES).map(copy));
  return { ...copy(happening), ...(lines && { lines }) } as Happening;
}

function copy(from: unknown): Readonly<Record<string, unknown>> {
  const safe: Record<string, unknown> = {};
  for (const name of FIELDS) {
    const value = read(() => (from as Record<string, unknown>)[name]);
    if (typeof value === "string") safe[name] = value.slice(0, MAX_TEXT);
    else if (Number.isFinite(value)) safe[name] = value;
  }
  return Object.freeze(safe);
}

function read<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}
