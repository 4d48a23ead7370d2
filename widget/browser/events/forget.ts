import { PREFIX } from "../lib/prefix.ts";
import { openStore } from "../lib/storage.ts";
import { DATABASE, ORDERS_KEY, PERSON_KEY, QUEUE_KEY, VISIT_KEY, WAITING_KEY } from "./keys.ts";

/** Removes what measuring keeps for the tab. */
export function forgetVisit(): void {
  const { remove } = openStore("session");
  [VISIT_KEY, WAITING_KEY, ORDERS_KEY].forEach(remove);
}

/** Removes what is kept of a shopper who may be measured but not remembered any more. */
export function forgetPerson(): void {
  const { remove } = openStore("local");
  [PERSON_KEY, ORDERS_KEY].forEach(remove);
}

/** Removes all that measuring keeps, also where no code that delivers is loaded. */
export function forgetAll(): void {
  forgetVisit();
  forgetPerson();
  forgetRecords();
}

/** Removes the queues: the database, and what stands in for it. */
export function forgetRecords(): void {
  try {
    indexedDB.deleteDatabase(DATABASE);
  } catch {
    // There is none where it is forbidden.
  }
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX + QUEUE_KEY)) localStorage.removeItem(key);
  } catch {
    // Likewise.
  }
}
