import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { SwitchFile } from "../../widget/types/lift.ts";
import type { EventBatch, EventVerdicts } from "../../widget/types/collector.ts";

export interface CollectorHit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Of a post. */
  readonly batch: EventBatch;
  readonly at: number;
}

type Store = () => EventVerdicts;
/** What becomes of post number `n` (from 0): `store` writes it and makes the usual answer; `false`: the connection breaks. */
export type Fault = (
  n: number,
  store: Store,
  batch: EventBatch,
) => { readonly status: number; readonly headers?: Record<string, string> } | false | EventVerdicts;

/** A collector on an origin of its own that does what the script says. */
export interface FaultyCollector {
  readonly url: string;
  readonly hits: readonly CollectorHit[];
  /** How often each id was written; it is one row all the same. */
  readonly rows: ReadonlyMap<string, number>;
  /** Ids in the order in which they came. */
  readonly order: readonly string[];
  readonly dropped: Readonly<Record<string, number>>;
  /** From now on. */
  fail(fault: Fault | undefined): void;
  /** What the switch file says from now on; a browser may keep it for so many seconds. */
  publish(file: SwitchFile, maxAge?: number): void;
  stop(): Promise<void>;
}

const CORS = { "access-control-allow-origin": "*", "access-control-expose-headers": "retry-after, date" };

export async function startFaultyCollector(): Promise<FaultyCollector> {
  const hits: CollectorHit[] = [];
  const rows = new Map<string, number>();
  const order: string[] = [];
  const dropped: Record<string, number> = {};
  let fault: Fault = (_, store) => store();
  let posts = 0;
  const store = ({ events, dropped: counts }: EventBatch): EventVerdicts => {
    const ids = events.map(({ id }) => id);
    const duplicate = ids.filter((id) => rows.has(id));
    for (const id of ids) rows.set(id, (rows.get(id) ?? 0) + 1);
    order.push(...ids.filter((id) => !duplicate.includes(id)));
    for (const [reason, times] of Object.entries(counts)) dropped[reason] = (dropped[reason] ?? 0) + times;
    return { accepted: ids.filter((id) => !duplicate.includes(id)), duplicate, rejected: [] };
  };
  const answer = (batch: EventBatch, response: ServerResponse) => {
    const result = fault(posts++, () => store(batch), batch);
    if (!result) return void response.destroy();
    if ("status" in result) return void response.writeHead(result.status, { ...CORS, ...result.headers }).end();
    response.writeHead(200, { ...CORS, "content-type": "application/json" }).end(JSON.stringify(result));
  };
  let switchFile: { readonly file: SwitchFile; readonly maxAge: number } | undefined;
  const answerSwitch = (response: ServerResponse) => {
    const { file, maxAge = 0 } = switchFile ?? {};
    const headers = { ...CORS, "content-type": "application/json", "cache-control": `public, max-age=${maxAge}` };
    response.writeHead(file ? 200 : 404, headers).end(JSON.stringify(file));
  };
  const server = createServer((request, response) => {
    if (request.url === "/v1/switch.json") return void answerSwitch(response);
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString();
      const batch = (request.method === "POST" ? JSON.parse(body) : {}) as EventBatch;
      hits.push({ method: request.method ?? "", headers: request.headers, body, batch, at: Date.now() });
      if (request.method === "POST") answer(batch, response);
      else response.writeHead(204, CORS).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/events`,
    hits,
    rows,
    order,
    dropped,
    fail(next) {
      fault = next ?? ((_, write) => write());
    },
    publish(file, maxAge = 300) {
      switchFile = { file, maxAge };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
