import type { Stop } from "../../../types/platform.ts";

/** What a depot keeps; whatever else it says, an id it has. */
export interface Record {
  readonly id: string;
}

export interface Change {
  /** New ones, and others in place of those with the same id. */
  readonly put: readonly Record[];
  /** Ids. */
  readonly remove: readonly string[];
}

/** Records that all tabs of the browser share. Every member rejects where the browser refuses. */
export interface Depot {
  /** Keeps new records even when the page goes away at once. */
  put(records: readonly Record[]): Promise<void>;
  /** Shows all records whose id begins so, with no other tab in between, and does what is answered. */
  change(prefix: string, decide: (records: readonly Record[]) => Change): Promise<void>;
  readonly stop: Stop;
}

/** `undefined`: this browser, or this page, has none of the kind. */
export type OpenDepot = (gone: () => void) => Promise<Depot | undefined>;
