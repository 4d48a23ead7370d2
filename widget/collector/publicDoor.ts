import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { EventVerdicts } from "../types/collector.ts";
import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import { allowOrigin } from "./allowOrigin.ts";
import type { Intake } from "./createIntake.ts";
import { idOf } from "./createIntake.ts";
import type { Meter } from "./createMeter.ts";
import type { RawBatch } from "./parseBatch.ts";
import { parseBatch } from "./parseBatch.ts";

/** Seconds a browser is asked to wait when events cannot be stored now. */
const RETRY_AFTER = 10;
/** Seconds a browser may remember a preflight's answer. */
const PREFLIGHT_AGE = 86_400;

export interface PublicDoorOptions {
  readonly intake: Intake;
  readonly meter: Meter;
  /** Origins that may send. Empty: the collector's own and this machine's. */
  readonly origins: readonly string[];
  /** Requests a minute from one address. */
  readonly rate: number;
}

/** `POST /v1/events`: the only thing the public sees. To be registered as a plugin, so that its hooks and parsers stay its own. */
export async function publicDoor(app: FastifyInstance, { intake, meter, origins, rate }: PublicDoorOptions): Promise<void> {
  const isAllowed = ({ headers: { origin, host } }: FastifyRequest) => allowOrigin({ origin, host }, origins);
  await app.register(cors, {
    delegator: (request: FastifyRequest, done) =>
      done(null, {
        origin: isAllowed(request) ? (request.headers.origin ?? false) : false,
        methods: "POST",
        allowedHeaders: "content-type",
        exposedHeaders: "Retry-After",
        maxAge: PREFLIGHT_AGE,
        // A preflight without its headers is answered like any other request that is not a post.
        strictPreflight: false,
      }),
  });
  await app.register(rateLimit, { max: rate, timeWindow: "1 minute" });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(["text/plain", "application/json"], { parseAs: "buffer" }, (_request, body, done) => done(null, body));

  app.addHook("onRequest", async (request, reply) => {
    if (!isAllowed(request)) return reply.code(403).send({ error: "this origin may not send events" });
    // Compressed bodies are not asked for, and a small one could unpack to anything.
    if ((request.headers["content-encoding"] ?? "identity") !== "identity")
      return reply.code(415).send({ error: "send the body uncompressed" });
    return undefined;
  });
  app.addHook("onResponse", async (_request, reply) => meter.answered(reply.statusCode));
  app.post("/v1/events", async (request, reply) => {
    const verdicts = await judge(request, reply, intake);
    if (verdicts) meter.judged(verdicts);
    return verdicts ?? reply;
  });
  app.route({
    method: ["GET", "PUT", "PATCH", "DELETE"],
    url: "/v1/events",
    handler: (_request, reply) => reply.code(405).header("allow", "POST").send({ error: "POST events here" }),
  });
}

/** Verdicts on every event; `undefined` when the batch was answered otherwise. */
async function judge(request: FastifyRequest, reply: FastifyReply, intake: Intake): Promise<EventVerdicts | undefined> {
  const parsed = parseBatch(request.body instanceof Uint8Array ? request.body : new Uint8Array());
  if (!parsed.ok) return void reply.code(400).send({ error: parsed.reason });
  if (request.headers["sec-gpc"] === "1") return withoutConsent(parsed.batch);
  const verdicts = await intake.take(parsed.batch);
  if (!verdicts) void reply.code(503).header("retry-after", RETRY_AFTER).send({ error: "events cannot be stored now" });
  return verdicts;
}

/** Global Privacy Control is a no, whatever the sender thinks was agreed to. */
function withoutConsent({ events }: RawBatch): EventVerdicts {
  return { accepted: [], duplicate: [], rejected: events.map((raw) => ({ id: idOf(raw), reason: "consent" })) };
}
