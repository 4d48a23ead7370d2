import type { Depot, OpenDepot, Record } from "../../widget/browser/events/depots/depot.ts";

export interface SharedDepot {
  /** As one tab opens it; while `isDead` says so, the tab hears nothing any more. */
  readonly open: (isDead?: () => boolean) => OpenDepot;
  readonly records: Map<string, Record>;
}

/** A depot in memory that takes its time, one transaction after another, as a browser's database does. */
export function aDepot(latency = 2): SharedDepot {
  const records = new Map<string, Record>();
  let last: Promise<unknown> = Promise.resolve();
  const transaction = (isDead: () => boolean, run: () => void): Promise<void> => {
    const done = last.then(async () => {
      await new Promise((resume) => setTimeout(resume, latency));
      if (!isDead()) run();
    });
    last = done;
    return done.then(() => (isDead() ? new Promise(() => {}) : undefined));
  };
  const open =
    (isDead = () => false): OpenDepot =>
    async (): Promise<Depot> => ({
      // A write that was begun is finished, also for a page that is gone by then.
      put: (list) =>
        transaction(
          () => false,
          () => list.forEach((record) => records.set(record.id, record)),
        ),
      change: (prefix, decide) =>
        transaction(isDead, () => {
          const { put, remove } = decide([...records.values()].filter(({ id }) => id.startsWith(prefix)));
          for (const id of remove) records.delete(id);
          for (const record of put) records.set(record.id, record);
        }),
      stop() {},
    });
  return { open, records };
}
