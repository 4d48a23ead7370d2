import type { Joined } from "./store.ts";

export const NONE_JOINED: Joined = { byMark: 0, byOrder: 0, unknown: 0, measured: 0, seen: 0 };

/** The orders of both; what is said of all orders that are there is as the later one has it. */
export function addJoined(a: Joined, later: Joined): Joined {
  return { ...later, byMark: a.byMark + later.byMark, byOrder: a.byOrder + later.byOrder, unknown: a.unknown + later.unknown };
}
