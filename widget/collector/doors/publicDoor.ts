import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { EventVerdicts } from "../../types/collector.ts";
import type { SwitchFile } from "../../types/lift.ts";
import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import { allowOrigin } from "./allowOrigin.ts";
import { clientOf } from "./clientOf.ts";
import type { Intake } from "../createIntake.ts";
import { idOf } from "../createIntake.ts";
import type { Meter } from "./createMeter.ts";
import type { RawBatch } from "../parseBatch.ts";
import { parseBatch } from "../parseBatch.ts";

/** Seconds a browser is asked to wait when events cannot be stored now. */
const RETRY_AFTER = 10;
/** Events of one batch: more than fit into what a widget sends at once, and few enough for an answer of modest size. */
const MAX_EVENTS = 500;
/** Seconds for which a browser need not ask for the switch again. */
const SWITCH_AGE = 300;
/** Seconds a browser may remember a preflight's answer. */
const PREFLIGHT_AGE = 86_400;

export interface PublicDoorOptions {
  readonly intake: Intake;
  readonly meter: Meter;
  /** What the widget is told now. */
  readonly switchFile: () => SwitchFile;
  /** Origins that may send. Empty: the collector's own and this machine's. */
  readonly origins: readonly string[];
  /** Requests a minute from one address. */
  readonly rate: number;
}

/** `POST /v1/events` and `GET /v1/switch.json`: all that the public sees. To be registered as a plugin, so that its hooks and parsers stay its own. */
export async function publicDoor(app: FastifyInstance, { intake, meter, switchFile, origins, rate }: PublicDoorOptions): Promise<void> {
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
  await app.register(rateLimit, { max: rate, timeWindow: "1 minute", keyGenerator: ({ ip }) => clientOf(ip) });
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
  app.get("/v1/switch.json", (request, reply) => answerSwitch(request, reply, switchFile()));
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
  if (parsed.batch.events.length > MAX_EVENTS) return void reply.code(413).send({ error: `at most ${MAX_EVENTS} events in a batch` });
  if (request.headers["sec-gpc"] === "1") return withoutConsent(parsed.batch);
  const verdicts = await intake.take(parsed.batch);
  if (!verdicts) void reply.code(503).header("retry-after", RETRY_AFTER).send({ error: "events cannot be stored now" });
  return verdicts;
}

/** The same for everyone, so that browsers and whatever stands before the collector may keep it. */
function answerSwitch({ headers }: FastifyRequest, reply: FastifyReply, file: SwitchFile): FastifyReply {
  const tag = `"${file.offers}-${file.holdout}"`;
  // By the date a page knows how old the answer is that its browser kept.
  void reply.headers({ "cache-control": `public, max-age=${SWITCH_AGE}`, etag: tag, "access-control-expose-headers": "Date" });
  return headers["if-none-match"]?.includes(tag) ? reply.code(304).send() : reply.send(file);
}

/** Global Privacy Control is a no, whatever the sender thinks was agreed to. */
function withoutConsent({ events }: RawBatch): EventVerdicts {
  return { accepted: [], duplicate: [], rejected: events.map((raw) => ({ id: idOf(raw), reason: "consent" })) };
}
