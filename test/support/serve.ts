import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A small server of its own for one test. */
export interface Served {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Paths asked for so far, without the browser's own favicon. */
  readonly hits: readonly string[];
  stop(): Promise<void>;
}

/** Serves what `answer` makes of a path on a free port; `undefined` is a 404. */
export async function serve(answer: (path: string) => Answer | undefined): Promise<Served> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (path !== "/favicon.ico") hits.push(path);
    const { status = 200, headers = {}, body = "" } = (path === "/favicon.ico" ? { status: 204 } : answer(path)) ?? { status: 404 };
    response.writeHead(status, { "cache-control": "no-store", ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    hits,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
