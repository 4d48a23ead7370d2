import type { FastifyInstance } from "fastify";

/**
 * Keeps web pages from writing through a browser on this machine, which the door would take for its owner. A page of another
 * origin cannot send JSON without asking first, is not told yes, and names itself; a page of the door's own may.
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export function guardWrites(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(["application/json", "application/x-ndjson"], { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.addHook("onRequest", async ({ method, headers: { origin, host, "content-type": type } }, reply) => {
    if (method === "GET" || method === "HEAD") return undefined;
    if (origin !== undefined && !isOwn(origin, host)) return reply.code(403).send({ error: "pages of other origins may not write here" });
    if (type === undefined) return reply.code(415).send({ error: "content-type application/json is needed" });
    return undefined;
  });
}

function isOwn(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
