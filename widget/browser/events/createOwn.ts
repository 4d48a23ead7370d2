import type { OfferEvent } from "../../types/event.ts";
import { toJson } from "../lib/toJson.ts";
import { worth } from "./kept.ts";

/** In the page's memory. */
const MOST = 500;

export interface Entry {
  readonly event: OfferEvent;
  /** Of its JSON, in UTF-8, with what parts it from the next one. */
  readonly bytes: number;
  isLeased: boolean;
  /** The depot has it, so that it may go from the page's memory. */
  isKept: boolean;
  /** It is on its way there. */
  isSaving: boolean;
  /** The depot has no room for it. */
  isOut: boolean;
}

/** What this page made and has no verdict on yet, in its order. */
export interface Own {
  readonly entries: Map<string, Entry>;
  /** The new entry, unless it is here already, and what had to go for it with nobody else having it. */
  add(event: OfferEvent): { readonly entry?: Entry; readonly lost?: Entry | undefined };
  /** Leases the oldest free ones that fit, of those that `wanted` names. */
  lease(room: number, wanted?: (entry: Entry) => boolean): readonly OfferEvent[];
  setSaving(ids: readonly string[]): void;
  setKept(ids: readonly string[], isKept: boolean): void;
  setOut(ids: readonly string[]): void;
  setLeased(ids: readonly string[], isLeased: boolean): void;
}

export function createOwn(): Own {
  const entries = new Map<string, Entry>();
  const free = () => [...entries.values()].filter(({ isLeased }) => !isLeased);
  const set = (ids: readonly string[], change: Partial<Entry>) => {
    for (const id of ids) Object.assign(entries.get(id) ?? {}, change);
  };
  const crowd = (): Entry | undefined => {
    if (entries.size <= MOST) return undefined;
    const least =
      free().find(({ isKept }) => isKept) ??
      free()
        .toSorted((a, b) => worth(b) - worth(a))
        .at(-1);
    if (least) entries.delete(least.event.id);
    return least?.isKept ? undefined : least;
  };
  return {
    entries,
    add(event) {
      if (entries.has(event.id)) return {};
      const entry = {
        event,
        bytes: new TextEncoder().encode(toJson(event)).length + 1,
        isLeased: false,
        isKept: false,
        isSaving: false,
        isOut: false,
      };
      entries.set(event.id, entry);
      return { entry, lost: crowd() };
    },
    lease(room, wanted = () => true) {
      const events: OfferEvent[] = [];
      for (const entry of free().filter(wanted)) {
        if ((room -= entry.bytes) < 0) break;
        entry.isLeased = true;
        events.push(entry.event);
      }
      return events;
    },
    setSaving: (ids) => set(ids, { isSaving: true }),
    setKept: (ids, isKept) => set(ids, { isKept, isSaving: false }),
    setOut: (ids) => set(ids, { isKept: false, isOut: true }),
    setLeased: (ids, isLeased) => set(ids, { isLeased }),
  };
}
