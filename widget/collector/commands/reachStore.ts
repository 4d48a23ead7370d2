import { existsSync } from "node:fs";
import type { ReachedStore } from "../store/store.ts";
import { openRemote } from "./openRemote.ts";

export interface Whereabouts {
  /** The DuckDB file. */
  readonly data: string;
  /** Base address of a running collector's private door: `http://127.0.0.1:4310`. With it, the file is not looked at. */
  readonly url?: string | undefined;
  readonly token?: string | undefined;
}

/**
 * Finds the store by the file, while nobody has it open, or by the private door of the collector that has.
 * @throws Error that says what to do about it when there is none.
 */
export async function reachStore({ data, url, token }: Whereabouts): Promise<ReachedStore> {
  if (url !== undefined) return openRemote(url, token);
  if (!existsSync(data)) throw new Error(`there is no ${data}; give --data FILE, or --collector URL where a collector is running`);
  const { openDuckdb } = await import("../store/duckdb.ts");
  return openDuckdb(data).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    if (!/set lock on file|used by another process/i.test(message)) throw error;
    throw new Error(`a collector has ${data} open; give its address, as --collector http://127.0.0.1:4310 (and --token T if it has one)`);
  });
}
