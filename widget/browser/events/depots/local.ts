import { isRecord } from "../../lib/isRecord.ts";
import { PREFIX } from "../../lib/prefix.ts";
import { toJson } from "../../lib/toJson.ts";
import { QUEUE_KEY } from "../keys.ts";
import type { Depot, OpenDepot, Record } from "./depot.ts";

const START = PREFIX + QUEUE_KEY;

/** What is set down here on the way out: enough for what happened in the last moment, and too little to take the shop's room. */
const MOST = 8 * 1024;

/** Sets records down at once, for a page that goes away before the database has them. */
export function setDown(records: readonly Record[]): void {
  let room = MOST;
  for (const record of records) {
    const text = toJson(record);
    if ((room -= text.length) < 0) return;
    try {
      localStorage.setItem(START + record.id, text);
    } catch {
      return;
    }
  }
}

/** Brings what was set down into a depot that lasts. */
export async function pickUp(depot: Depot): Promise<void> {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(START));
  if (!keys.length) return;
  await depot.put(keys.map((key) => readRecord(key.slice(START.length), localStorage.getItem(key))));
  for (const key of keys) localStorage.removeItem(key);
}

/**
 * The browser's localStorage, a key for each record, so that no tab overwrites what another one wrote. Between tabs nothing is sure to come
 * between, but it may be that two of them send the same.
 */
export const openLocal: OpenDepot = async () => {
  const storage = localStorage;
  const probe = `${START}probe`;
  storage.setItem(probe, "");
  storage.removeItem(probe);
  const put = (records: readonly Record[]) => {
    for (const record of records) storage.setItem(START + record.id, toJson(record));
  };
  return {
    put: async (records) => put(records),
    async change(prefix, decide) {
      const keys = Object.keys(storage).filter((key) => key.startsWith(START + prefix));
      const change = decide(keys.map((key) => readRecord(key.slice(START.length), storage.getItem(key))));
      for (const id of change.remove) storage.removeItem(START + id);
      put(change.put);
    },
    stop() {},
  };
};

function readRecord(id: string, text: string | null): Record {
  try {
    const value = JSON.parse(text ?? "") as unknown;
    return isRecord(value) ? { ...value, id } : { id };
  } catch {
    return { id };
  }
}
