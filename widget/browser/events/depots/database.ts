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
  const write = (use: (store: IDBObjectStore) => void) =>
    new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(RECORDS, "readwrite");
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      use(transaction.objectStore(RECORDS));
    });
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
    stop: () => db.close(),
  };
}
