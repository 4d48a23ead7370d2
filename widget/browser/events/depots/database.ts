import { guard } from "../../lib/guard.ts";
import { DATABASE } from "../keys.ts";
import type { Depot, OpenDepot, Record } from "./depot.ts";

const RECORDS = "records";
/** A browser that has lost its way answers never. */
const PATIENCE = 3000;

/** IndexedDB, which plain-http pages have too. `gone`: it was closed by the browser or by another tab that deletes it. */
export const openDatabase: OpenDepot = async (gone) => {
  const db = await open();
  const close = () => (db.close(), gone());
  db.onclose = guard(gone);
  db.onversionchange = guard(close);
  if (db.objectStoreNames.contains(RECORDS)) return createDatabaseDepot(db);
  // Another one of this name.
  db.close();
  return undefined;
};

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    const timer = setTimeout(reject, PATIENCE);
    request.onupgradeneeded = () => request.result.createObjectStore(RECORDS, { keyPath: "id" });
    request.onsuccess = () => {
      clearTimeout(timer);
      resolve(request.result);
    };
    request.onerror = request.onblocked = () => {
      clearTimeout(timer);
      reject(request.error);
    };
  });
}

function createDatabaseDepot(db: IDBDatabase): Depot {
  const running = new Set<IDBTransaction>();
  const breakOff = (transaction: IDBTransaction) => {
    try {
      transaction.abort();
    } catch {
      // It is being written already.
    }
  };
  /** A page that the browser keeps for the way back would keep what it has begun, and all others from the records. */
  const leave = ({ persisted }: PageTransitionEvent) => persisted && running.forEach(breakOff);
  const write = (use: (store: IDBObjectStore) => void) =>
    new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(RECORDS, "readwrite");
      const timer = setTimeout(() => end(reject), PATIENCE);
      const end = (settle: (reason?: unknown) => void) => {
        clearTimeout(timer);
        running.delete(transaction);
        breakOff(transaction);
        settle(transaction.error);
      };
      running.add(transaction);
      transaction.oncomplete = () => end(() => resolve());
      transaction.onabort = () => end(reject);
      use(transaction.objectStore(RECORDS));
    });
  addEventListener("pagehide", leave);
  return {
    put: (records) =>
      write((store) => {
        for (const record of records) store.put(record);
        // Without waiting for answers, which a page that goes away does not hear.
        store.transaction.commit?.();
      }),
    change: (prefix, decide) =>
      write((store) => {
        // Ids are ASCII.
        const reading = store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`));
        // What throws here would be an error of the page.
        reading.onsuccess = guard(() => {
          const { put, remove } = decide(reading.result as Record[]);
          for (const id of remove) store.delete(id);
          for (const record of put) store.put(record);
        });
      }),
    stop() {
      removeEventListener("pagehide", leave);
      db.close();
    },
  };
}
