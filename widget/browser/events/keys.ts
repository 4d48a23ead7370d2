import { PREFIX } from "../lib/prefix.ts";

/** What measuring keeps in the browser's storage, named in one place so that all of it goes when consent does. In the tab's: */
export const VISIT_KEY = "visit";
/** Events that were made before anything that delivers was there. */
export const WAITING_KEY = "waiting";
/** In the tab's, or in the browser's where the shopper may be remembered: */
export const ORDERS_KEY = "orders";
/** In the browser's: */
export const PERSON_KEY = "person";
/** Followed by a record's id; where the browser has no database, or its name there. */
export const QUEUE_KEY = "queue.";
export const DATABASE = `${PREFIX}queue`;
