import { swallow } from "../lib/guard.ts";
import type { Change, Depot, OpenDepot } from "./depots/depot.ts";
import { readStock, type Stock } from "./kept.ts";

/** A queue's part of the depot, as far as this page may and can use it. */
export interface Shared {
  /** Whether there is a depot and it did what was decided. */
  change(decide: (stock: Stock) => Change): Promise<boolean>;
  /** Whether they are kept, also if the page goes away at once. */
  put(records: () => Change["put"]): Promise<boolean>;
  /** The last look, also where nothing may be kept any more. The next one opens the depot anew. */
  close(decide: (stock: Stock) => Change): Promise<void>;
}

export interface SharedDeps {
  readonly prefix: string;
  mayStore(): boolean;
  readonly open: OpenDepot;
}

const NOTHING: Change = { put: [], remove: [] };

/** What the browser refuses is swallowed: the page's memory has to do then. */
export function createShared({ prefix, mayStore, open }: SharedDeps): Shared {
  let opening: Promise<Depot | undefined> | undefined;
  const use = async (run: (depot: Depot) => Promise<void>): Promise<boolean> => {
    try {
      if (!mayStore()) return false;
      const mine = (opening ??= open(() => {
        if (opening === mine) opening = undefined;
      }));
      const depot = await mine;
      if (!depot || !mayStore()) return false;
      await run(depot);
      return true;
    } catch (error) {
      swallow(error);
      return false;
    }
  };
  return {
    change: (decide) => use((depot) => depot.change(prefix, (records) => (mayStore() ? decide(readStock(records)) : NOTHING))),
    put: (records) => use((depot) => depot.put(records())),
    async close(decide) {
      const depot = await opening?.catch(swallow);
      opening = undefined;
      await depot?.change(prefix, (records) => decide(readStock(records))).catch(swallow);
      depot?.stop();
    },
  };
}
