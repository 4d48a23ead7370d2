import { swallow } from "../../lib/guard.ts";
import { openDatabase } from "./database.ts";
import type { Depot, OpenDepot } from "./depot.ts";
import { openLocal, pickUp } from "./local.ts";

/** The best comes first. */
export const depots: readonly OpenDepot[] = [openDatabase, openLocal];

/** The first that this browser lets us use; `undefined`: there is nothing but the page's own memory. */
export async function openDepot(gone: () => void): Promise<Depot | undefined> {
  for (const open of depots) {
    const depot = await open(gone).catch(swallow);
    if (!depot) continue;
    if (open !== openLocal) await pickUp(depot).catch(swallow);
    return depot;
  }
  return undefined;
}
