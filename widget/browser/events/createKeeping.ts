import type { OfferEvent } from "../../types/event.ts";
import { guard } from "../lib/guard.ts";
import { now } from "../lib/now.ts";
import type { Counts } from "./createCounts.ts";
import type { Entry, Own } from "./createOwn.ts";
import { createShared, type Shared, type SharedDeps } from "./createShared.ts";
import type { Change } from "./depots/depot.ts";
import { type Dropped, isLeased, type KeptCounts, type KeptEvent, keepEvent, LEASE, type Stock, waitOf } from "./kept.ts";
import { type Tidied, tidy } from "./tidy.ts";

/** What `take` found: leased in the depot and in the page's memory. */
export interface Taken {
  readonly events: readonly KeptEvent[];
  readonly tallies: readonly KeptCounts[];
  /** Milliseconds, where there is something that cannot be taken now. */
  readonly wait: number;
  /** Bytes that are left of the batch. */
  readonly room: number;
  /** Ids of all that there was. */
  readonly found: ReadonlySet<string>;
}

type Decide = (tidied: Tidied, stock: Stock, at: number) => Change["put"] | undefined;

/** Where a queue keeps what it has. */
export interface Keeping extends Pick<Shared, "put" | "close"> {
  /** Looks at the records; what `decide` makes of them, and those to remove, is done together with what every look comes with. */
  look(decide?: Decide, remove?: readonly string[]): Promise<boolean>;
  /** Keeps a new entry, together with others of the same moment. */
  save(entry: Entry): void;
  /** Leases the oldest that fit; `undefined`: there is no depot. */
  take(room: number): Promise<Taken | undefined>;
  /** Keeps other tabs, in a moment, from what was taken out of the page's memory. */
  lease(events: readonly OfferEvent[]): void;
  /** Until when the sink asked not to be called, as it was last seen. */
  readonly until: number;
  hold(until: number): void;
}

export interface KeepingDeps extends SharedDeps {
  readonly own: Own;
  /** Given up, and in no record yet. */
  readonly counts: Counts;
  /** Tells the browser's tabs apart. */
  tab(): string;
}

export function createKeeping({ own, counts, tab, prefix, ...deps }: KeepingDeps): Keeping {
  const { change, put, close } = createShared({ prefix, ...deps });
  let until = 0;
  let mark: string | undefined;
  let unsaved: Entry[] = [];

  const held = (at: number) => ({ until: at + LEASE, by: tab() });
  const look = async (decide: Decide = () => undefined, remove: readonly string[] = []) => {
    let before: Dropped = {};
    let tidied: Tidied | undefined;
    const isDone = await change((stock) => {
      const at = now();
      // At once, so that another look beside this one does not write them too.
      before = counts.all();
      counts.subtract(before);
      tidied = tidy(stock, { prefix, at, own: own.entries, counts: before, mark });
      return { put: [...tidied.put, ...(decide(tidied, stock, at) ?? [])], remove: [...tidied.remove, ...remove] };
    });
    if (!isDone || !tidied) {
      counts.addAll(before);
      return false;
    }
    mark = tidied.mark.mark;
    for (const id of tidied.gone) own.entries.delete(id);
    own.setOut(tidied.out);
    return true;
  };
  const saveAll = guard(async () => {
    const entries = unsaved;
    unsaved = [];
    let ids: readonly string[] = [];
    const isKept = await put(() => {
      // What has its verdict by now, or had to make room, is not brought back.
      const left = entries.filter((entry) => own.entries.get(entry.event.id) === entry);
      own.setSaving((ids = left.map(({ event }) => event.id)));
      return left.map(({ event, bytes, isLeased: isOut }) => ({
        ...keepEvent(prefix, event, bytes),
        ...(isOut && held(now())),
      }));
    });
    own.setKept(ids, isKept);
    if (!isKept) return;
    await look();
  });

  return {
    look,
    put,
    close,
    save(entry) {
      if (unsaved.push(entry) === 1) void Promise.resolve().then(saveAll);
    },
    async take(room) {
      let taken: Taken = { events: [], tallies: [], wait: 0, room, found: new Set() };
      const isDone = await look((tidied, stock, at) => {
        until = waitOf(stock, at);
        taken = choose(tidied, { own, at, room, until, tab: tab() });
        own.setLeased(idsOf(taken.events), true);
        return [...taken.events, ...taken.tallies].map((record) => ({ ...record, ...held(at) }));
      });
      if (isDone) return taken;
      own.setLeased(idsOf(taken.events), false);
      return undefined;
    },
    lease(events) {
      const ids = new Set(events.map(({ id }) => id));
      const change = ({ events: all }: Tidied, at: number) =>
        all.filter(({ event }) => ids.has(event.id)).map((kept) => ({ ...kept, ...held(at) }));
      if (ids.size) void look((tidied, _, at) => change(tidied, at));
    },
    get until() {
      return until;
    },
    hold: (time) => void (until = time),
  };
}

interface Choice {
  readonly tab: string;
  readonly own: Own;
  readonly at: number;
  readonly room: number;
  readonly until: number;
}

/** The oldest that are free, up to the first that does not fit; nothing while the destination asked not to be called. */
function choose({ events, counts }: Tidied, { own, at, room, until, tab }: Choice): Taken {
  const chosen: KeptEvent[] = [];
  let wait = Math.max(0, until - at);
  let left = room;
  for (const kept of wait ? [] : events) {
    if (own.entries.get(kept.event.id)?.isLeased) continue;
    if (isLeased(kept, at, tab)) wait = Math.min(wait || Infinity, kept.until - at);
    else if ((left -= kept.bytes) < 0) break;
    else chosen.push(kept);
  }
  const tallies = chosen.length ? counts.filter((record) => !isLeased(record, at, tab)) : [];
  return { events: chosen, tallies, wait, room: Math.max(0, left), found: new Set(idsOf(events)) };
}

const idsOf = (events: readonly KeptEvent[]) => events.map(({ event }) => event.id);
