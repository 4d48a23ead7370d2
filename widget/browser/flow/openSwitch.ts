import type { Config } from "../../types/config.ts";
import type { SwitchFile } from "../../types/lift.ts";
import { holdoutField } from "../config/holdoutField.ts";
import { swallow } from "../lib/guard.ts";
import { isRecord } from "../lib/isRecord.ts";

/** Milliseconds after which an answer is no word on today's visits any more: the comparison knows by the day what share was held out. */
const DAY = 86_400_000;

/** What the collector says of the offers as a whole, as far as it is known. */
export interface Switch {
  /** Nothing is to be shown, and nobody compared. */
  isOff(): boolean;
  /** The share of visits to hold out; `undefined`: the collector is to tell it and has not. */
  share(): number | undefined;
  /** Settles when the file was read, or could not be. */
  readonly read: Promise<unknown>;
  /** Asks the collector, unless the browser's cache still knows its answer. */
  refresh(): void;
}

/**
 * Where some visits are held out, reads the collector's switch file: at once what the browser's cache has, so that an answer of today costs
 * nobody any time. The file is the same for everyone and is asked for without cookies, so it needs no consent.
 */
export function openSwitch({ experiment: { holdout }, report }: Pick<Config, "experiment" | "report">): Switch {
  const [, folder] = /^(.*\/v1\/)events$/.exec(report?.url ?? "") ?? [];
  let told: Partial<SwitchFile> = {};
  const read = async (cache: RequestCache): Promise<void> => {
    if (!holdout || !folder) return;
    const answer = await fetch(`${folder}switch.json`, { cache, credentials: "omit" });
    const age = Date.now() - Date.parse(answer.headers.get("date") ?? "");
    if (cache === "force-cache" && !(age < DAY)) return read("default");
    const file: unknown = await answer.json();
    if (isRecord(file)) told = file;
  };
  const first = read("force-cache").catch(swallow);
  const isAuto = holdout === "auto";
  const fixed = asShare(holdout);
  if (!isAuto && fixed === undefined)
    import("../config/sayFaults.ts").then(({ sayFaults }) => sayFaults(holdout, holdoutField, "experiment.holdout"), swallow);
  return {
    isOff: () => told.offers === "off",
    share: () => (isAuto ? asShare(told.holdout) : (fixed ?? 0)),
    read: first,
    refresh: () => void first.then(() => read("default")).catch(swallow),
  };
}

function asShare(given: unknown): number | undefined {
  return typeof given === "number" && given >= 0 && given <= 1 ? given : undefined;
}
