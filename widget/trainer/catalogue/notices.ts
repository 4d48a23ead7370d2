import type { Tell } from "./rawProduct.ts";

/** Something amiss in a catalogue: how often, the first places, and how to mend it. */
export interface Notice {
  readonly what: string;
  readonly times: number;
  readonly places: readonly string[];
  readonly mend?: string;
}

export interface Notices {
  readonly tell: Tell;
  /** In the order they were first told. */
  list(): readonly Notice[];
}

/** As many places as anyone looks up before the cause is clear. */
const PLACES = 3;

/** Collects what is amiss, each kind once. */
export function createNotices(): Notices {
  const kinds = new Map<string, { times: number; readonly places: string[]; readonly mend?: string }>();
  return {
    tell(what, where, mend) {
      const kind = kinds.get(what) ?? { times: 0, places: [], ...(mend && { mend }) };
      kinds.set(what, kind);
      kind.times++;
      if (where && kind.places.length < PLACES && !kind.places.includes(where)) kind.places.push(where);
    },
    list: () => [...kinds].map(([what, kind]) => ({ what, ...kind })),
  };
}

/** `3 × id given before (p.csv, row 7; p.csv, row 9): keep one`. */
export function describeNotice({ what, times, places, mend }: Notice): string {
  const where = places.length ? ` (${places.join("; ")}${times > places.length ? " …" : ""})` : "";
  const often = times > 1 || places.length ? `${times.toLocaleString("en")} × ` : "";
  return `${often}${what}${where}${mend ? `: ${mend}` : ""}`;
}
