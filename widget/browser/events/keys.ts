/** What measuring keeps in the browser's storage, named in one place so that all of it goes when consent does. */
export const VISIT_KEY = "visit";
export const ORDERS_KEY = "orders";
/** Followed by the name of the sink. */
export const QUEUE_KEY = "queue.";
