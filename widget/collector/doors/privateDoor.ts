import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { LiftSettings } from "../../types/lift.ts";
import type { FigureRows, ReportData } from "../../types/report.ts";
import type { Live } from "../createLive.ts";
import { mayRead } from "./mayRead.ts";
import type { Meter } from "./createMeter.ts";
import { eraseDoor } from "./private/eraseDoor.ts";
import { exportDoor } from "./private/exportDoor.ts";
import { importDoor } from "./private/importDoor.ts";
import { readReportScript } from "./readReportScript.ts";
import { watchDoor } from "./private/watchDoor.ts";
import { REPORT_POLICY, REPORT_SHELL } from "./reportShell.ts";
import type { EventStore } from "../store/store.ts";
import { summarise } from "../figures/summarise.ts";
import type { WatchedModel } from "../watchModel.ts";
import { withModel } from "../figures/withModel.ts";

/** Milliseconds between two signs of life on an event stream, so that no proxy takes it for dead. */
const HEARTBEAT = 15_000;

export interface PrivateDoorOptions {
  readonly live: Live<FigureRows>;
  readonly store: EventStore;
  readonly meter: Meter;
  readonly settings: () => LiftSettings;
  /** Absent: products are shown by their ids. */
  readonly model?: Pick<WatchedModel, "title" | "changes">;
  /** Absent: only this machine may read. */
  readonly token?: string;
}

/** The report, its figures, and what commands and monitors ask for. To be registered as a plugin, so that its hooks stay its own. */
export async function privateDoor(app: FastifyInstance, { live, store, meter, settings, model, token }: PrivateDoorOptions): Promise<void> {
  const present = (rows: FigureRows, zone: string): ReportData => withModel(summarise(rows, zone, settings()), model);
  app.addHook("onRequest", async (request, reply) => {
    void reply.headers({ "cache-control": "no-store", "referrer-policy": "no-referrer", "x-content-type-options": "nosniff" });
    // The script is the same for everyone and holds no figures; a page cannot send the token with it.
    if (request.routeOptions.url === "/report/report.js" || mayRead(toReader(request), token)) return undefined;
    return reply.code(token === undefined ? 403 : 401).send({ error: REFUSED });
  });
  app.get("/report", (_request, reply) =>
    reply.type("text/html; charset=utf-8").header("content-security-policy", REPORT_POLICY).send(REPORT_SHELL),
  );
  app.get("/report/", (request, reply) => reply.redirect(`../report${new URL(request.url, "http://localhost").search}`, 308));
  app.get("/report/report.js", async (_request, reply) => {
    const script = await readReportScript();
    return script
      ? reply.type("text/javascript; charset=utf-8").send(script)
      : reply.code(404).send({ error: "the report's script is not built" });
  });
  app.get("/report/data", (request) => store.figures().then((rows) => present(rows, zoneOf(request))));
  app.get("/report/live", (request, reply) => stream({ request, reply, live, present }));
  await app.register(importDoor, { store, changed: live.changed });
  await app.register(eraseDoor, { store, changed: live.changed });
  await app.register(exportDoor, { store });
  await app.register(watchDoor, { store, meter });
}

const REFUSED =
  "This is for the machine it runs on, asked for as 127.0.0.1 or localhost, or for who has the token (Authorization: Bearer, or ?token=).";

interface Stream {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly live: Live<FigureRows>;
  readonly present: (rows: FigureRows, zone: string) => ReportData;
}

/** Server-sent events: one message per new state of the figures. */
function stream({ request, reply, live, present }: Stream): void {
  const zone = zoneOf(request);
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no", connection: "close" });
  raw.write("retry: 2000\n\n");
  const leave = live.join((rows) => {
    // A reader that does not keep up gets the next figures, not all of them.
    if (!raw.writableNeedDrain) raw.write(`data: ${JSON.stringify(present(rows, zone))}\n\n`);
  });
  const heartbeat = setInterval(() => raw.write(":\n\n"), HEARTBEAT);
  const finish = () => raw.end();
  request.server.closing.addEventListener("abort", finish);
  raw.on("close", () => {
    clearInterval(heartbeat);
    leave();
    request.server.closing.removeEventListener("abort", finish);
  });
}

function toReader(request: FastifyRequest): Parameters<typeof mayRead>[0] {
  const { authorization, host, "x-forwarded-for": forwardedFor } = request.headers;
  return {
    address: request.socket.remoteAddress,
    ...{ authorization, host },
    token: parameter(request, "token"),
    forwardedFor: String(forwardedFor ?? ""),
  };
}

/** The time zone the reader asks for (`?zone=Europe/Berlin`), else UTC. */
function zoneOf(request: FastifyRequest): string {
  const zone = parameter(request, "zone");
  try {
    return new Intl.DateTimeFormat("en", zone === undefined ? { timeZone: "UTC" } : { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

function parameter(request: FastifyRequest, name: string): string | undefined {
  return new URL(request.url, "http://localhost").searchParams.get(name) ?? undefined;
}
