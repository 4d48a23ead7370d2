import { request as ask } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Passes a request on to `origin` and streams the answer back as it comes, so that event streams stay live. */
export function proxy(origin: string, request: IncomingMessage, response: ServerResponse): void {
  const to = new URL(request.url ?? "/", origin);
  // The report is shown to its own machine only: it must know who asks through the shop.
  const headers = { ...request.headers, host: to.host, "x-forwarded-for": request.socket.remoteAddress };
  const onward = ask(to, { method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    response.flushHeaders();
    answer.pipe(response);
  });
  onward.on("error", () => {
    if (!response.headersSent) response.writeHead(502, { "content-type": "text/plain" });
    response.end("The report is not running.");
  });
  response.on("close", () => onward.destroy());
  request.pipe(onward);
}
