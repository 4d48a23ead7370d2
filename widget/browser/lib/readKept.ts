import { PREFIX } from "./prefix.ts";

/**
 * The JSON that an earlier page of the visit left under a key, or an earlier visit where the shopper may be remembered; `undefined` for none, for
 * what is not JSON, and where storage is blocked.
 */
export function readKept(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem((key = PREFIX + key)) ?? localStorage.getItem(key) ?? "") as unknown;
  } catch {
    return undefined;
  }
}
