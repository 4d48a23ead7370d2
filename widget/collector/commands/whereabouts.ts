import type { Whereabouts } from "./reachStore.ts";

/** Flags of every command that needs the store. */
export const STORE_FLAGS = {
  data: { type: "string", default: "events.duckdb" },
  collector: { type: "string" },
  token: { type: "string" },
} as const;

/** Their part of a command's help. */
export const STORE_USAGE = `  --data FILE       the collector's file, when no collector is running
  --collector URL   a running collector's address, such as http://127.0.0.1:4310
  --token T         its token, if it has one`;

interface StoreValues {
  readonly data: string;
  readonly collector?: string | undefined;
  readonly token?: string | undefined;
}

/** @throws Error when they do not go together. */
export function toWhereabouts({ data, collector, token }: StoreValues): Whereabouts {
  if (token !== undefined && collector === undefined) throw new Error("--token goes with --collector");
  return { data, url: collector, token };
}
