import type { Joined } from "./store.ts";

export const NONE_JOINED: Joined = { byMark: 0, byOrder: 0, unknown: 0 };

/** Both together. */
export function addJoined(a: Joined, b: Joined): Joined {
  return { byMark: a.byMark + b.byMark, byOrder: a.byOrder + b.byOrder, unknown: a.unknown + b.unknown };
}
