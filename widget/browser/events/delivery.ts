/** What is loaded after the first offer, in one file: it makes, counts and delivers events. */
export { startDelivery } from "./deliver.ts";
export { orderedOnce } from "./orders.ts";
export { watchSeen } from "./viewability.ts";
