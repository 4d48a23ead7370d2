import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** What a route answers. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Below this many bytes compression costs more than it saves. */
const WORTH_COMPRESSING = 256;
const COMPRESSIBLE = /^(text\/|application\/(json|javascript|ld\+json)|image\/svg)/;
const QUALITY_OF_PAGES = 4;

export const page = (body: string, status = 200): Reply => ({
  status,
  type: "text/html; charset=utf-8",
  body,
  headers: { "cache-control": "no-store" },
});
export const json = (value: unknown, status = 200): Reply => ({
  status,
  type: "application/json",
  body: JSON.stringify(value),
  headers: { "cache-control": "no-store" },
});
export const redirect = (to: string): Reply => ({ status: 303, type: "text/plain", body: "", headers: { location: to } });

/** Sends a reply made for this one request, compressed where the browser takes it. */
export function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const encoding = encodingFor(request, reply);
  const headers: Record<string, string> = {
    ...reply.headers,
    "content-type": reply.type,
    vary: "accept-encoding",
    ...(encoding && { "content-encoding": encoding }),
  };
  const body = encoding ? compressed(reply.body, encoding, QUALITY_OF_PAGES) : Buffer.from(reply.body);
  response.writeHead(reply.status, { ...headers, "content-length": String(body.length) });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Sends replies that stay the same, compressed as well as can be and only once; answers 304 to a browser that has the file. */
export function createFileSender(): (request: IncomingMessage, response: ServerResponse, reply: Reply) => void {
  const packed = new Map<string, Buffer>();
  return (request, response, reply) => {
    const tag = `"${createHash("sha1").update(reply.body).digest("base64url")}"`;
    const encoding = encodingFor(request, reply);
    const key = `${tag}${encoding ?? ""}`;
    const body = packed.get(key) ?? (encoding ? compressed(reply.body, encoding, constants.BROTLI_MAX_QUALITY) : Buffer.from(reply.body));
    packed.set(key, body);
    const headers: Record<string, string> = {
      ...reply.headers,
      etag: tag,
      "content-type": reply.type,
      vary: "accept-encoding",
      ...(encoding && { "content-encoding": encoding }),
    };
    const known = request.headers["if-none-match"] === tag;
    response.writeHead(known ? 304 : reply.status, { ...headers, ...(!known && { "content-length": String(body.length) }) });
    response.end(known || request.method === "HEAD" ? undefined : body);
  };
}

type Encoding = "br" | "gzip";

function encodingFor(request: IncomingMessage, reply: Reply): Encoding | undefined {
  if (reply.body.length < WORTH_COMPRESSING || !COMPRESSIBLE.test(reply.type)) return undefined;
  const taken = request.headers["accept-encoding"]?.toString() ?? "";
  return /\bbr\b/.test(taken) ? "br" : /\bgzip\b/.test(taken) ? "gzip" : undefined;
}

function compressed(body: string | Buffer, encoding: Encoding, quality: number): Buffer {
  return encoding === "br" ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }) : gzipSync(body);
}
