import type { ConsentLevel } from "./options.ts";
import type { Stop } from "./platform.ts";

/** What a signal says. `waiting`: it will say, and until then nothing is allowed. */
export type Said = ConsentLevel | "waiting";

/** Somewhere on the page that knows what the shopper allows. */
export interface ConsentSignal {
  /** Looked at anew at every call. `undefined`: it is not on this page, or does not concern this shopper. */
  read(): Said | undefined;
  readonly stop: Stop;
}

/** Starts to listen. `changed` is called when `read` may have changed its answer; whoever is told looks often enough by itself as well. */
export type OpenSignal = (changed: () => void) => ConsentSignal;
