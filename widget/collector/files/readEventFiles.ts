import { createIntake } from "../createIntake.ts";
import type { EventStore } from "../store/store.ts";
import { tellForm } from "./fileLines.ts";
import { takeExport } from "./takeExport.ts";
import { takeLines } from "./takeLines.ts";
import { createTally, type Tally } from "./tally.ts";

export interface EventFiles {
  readonly store: EventStore;
  /** JSON lines, or what `goeswith export` wrote. */
  readonly files: readonly string[];
  /** The only shop that counts; absent: any. */
  readonly shop?: string | undefined;
}

/** Takes the events of files into a store, as the collector would have. @throws for a file that is none of events. */
export async function readEventFiles({ store, files, shop }: EventFiles): Promise<Tally> {
  const tally = createTally();
  const intake = createIntake({ store, stored: () => undefined });
  for (const file of files) {
    const form = await tellForm(file);
    if (form === "lines") await takeLines(file, { intake, tally, shop });
    else if (form !== "nothing") await takeExport(file, form, { store, tally, shop });
  }
  await intake.stop();
  return tally;
}
