import { PREFIX } from "./prefix.ts";

/** A place for small strings that never throws: where the browser's own is blocked or full, memory serves. */
export interface Store {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** `session` lasts for the tab, `local` for the browser. Reading the getter itself may throw in a sandboxed frame. */
export function openStore(which: "session" | "local"): Store {
  const memory = new Map<string, string>();
  const attempt = <T>(use: (storage: Storage) => T): T | undefined => {
    try {
      return use(which === "local" ? localStorage : sessionStorage);
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(PREFIX + key)) ?? undefined,
    set(key, value) {
      memory.delete(key);
      const kept = attempt((storage) => (storage.setItem(PREFIX + key, value), true));
      if (!kept) memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(PREFIX + key));
    },
  };
}

/** The JSON stored under a key; `undefined` for nothing or for what is not JSON. */
export function readStored(store: Store, key: string): unknown {
  try {
    return JSON.parse(store.get(key) ?? "") as unknown;
  } catch {
    return undefined;
  }
}
