import { PREFIX } from "./prefix.ts";

/** The JSON that an earlier page of the visit left under a key; `undefined` for none, for what is not JSON, and where the tab's storage is blocked. */
export function readKept(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? "") as unknown;
  } catch {
    return undefined;
  }
}
