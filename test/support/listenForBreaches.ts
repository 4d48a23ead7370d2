import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** Another way into a shop, where every breach of a page's policy is heard. */
export interface ListeningShop {
  readonly origin: string;
  /** What was forbidden so far, as the browser reported it. */
  readonly breaches: readonly string[];
  stop(): Promise<void>;
}

const REPORTS = "/policy-reports";

/** Passes everything on to the shop, and asks the browser to report what the shop's policy forbids. */
export async function listenForBreaches(shop: string): Promise<ListeningShop> {
  const breaches: string[] = [];
  const server = createServer((request, response) => {
    if (request.url !== REPORTS) return pass(shop, request, response);
    void text(request).then((report) => {
      breaches.push(report);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    breaches,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function pass(shop: string, request: IncomingMessage, response: ServerResponse): void {
  const asked = ask(shop + request.url, { method: request.method ?? "GET", headers: request.headers }, (answer) => {
    const { "content-security-policy": policy, ...headers } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, {
      ...headers,
      ...(policy && { "content-security-policy": `${String(policy)}; report-uri ${REPORTS}` }),
    });
    answer.pipe(response);
  });
  asked.on("error", () => response.destroy());
  request.pipe(asked);
}
