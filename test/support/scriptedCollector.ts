import { vi } from "vitest";
import type { EventBatch } from "../../widget/types/collector.ts";

/** One request as the collector got it. */
export interface Hit {
  readonly url: string;
  readonly init: RequestInit;
  readonly body: string;
  readonly batch: EventBatch;
  readonly at: number;
}

export interface ScriptedCollector {
  readonly hits: readonly Hit[];
  /** Every id that was stored, once for each time it was written. */
  readonly rows: readonly string[];
  /** Events given up, as told with the batches that were taken. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly fetch: typeof fetch;
}

type Store = (batch: EventBatch) => Response;
/** What happens to request number `n` (from 0); `store` writes the batch and makes the usual answer. */
export type Reply = (n: number, batch: EventBatch, store: Store) => Response | Promise<Response>;

export const status = (code: number, headers: Record<string, string> = {}) => new Response("", { status: code, headers });

/** A collector that takes `fetch`'s place and does what the script says. */
export function scriptedCollector(reply: Reply = (_, batch, store) => store(batch)): ScriptedCollector {
  const hits: Hit[] = [];
  const rows: string[] = [];
  const dropped: Record<string, number> = {};
  const store: Store = (batch) => {
    const ids = batch.events.map(({ id }) => id);
    const duplicate = ids.filter((id) => rows.includes(id));
    const accepted = ids.filter((id) => !rows.includes(id));
    rows.push(...accepted);
    for (const [reason, times] of Object.entries(batch.dropped)) dropped[reason] = (dropped[reason] ?? 0) + times;
    return new Response(JSON.stringify({ accepted, duplicate, rejected: [] }));
  };
  const fetch = vi.fn(async (url: string, init: RequestInit) => {
    const body = init.body as string;
    const batch = JSON.parse(body) as EventBatch;
    hits.push({ url, init, body, batch, at: Date.now() });
    return reply(hits.length - 1, batch, store);
  }) as unknown as typeof globalThis.fetch;
  return { hits, rows, dropped, fetch };
}
