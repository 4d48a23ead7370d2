import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { fastify } from "fastify";
import { createIntake } from "./createIntake.ts";
import type { Meter } from "./doors/createMeter.ts";
import { createMeter } from "./doors/createMeter.ts";
import { createLive } from "./createLive.ts";
import { createSwitch } from "./createSwitch.ts";
import { DEFAULT_SETTINGS } from "./lift/defaultSettings.ts";
import { privateDoor } from "./doors/privateDoor.ts";
import { publicDoor } from "./doors/publicDoor.ts";
import { readExperiment } from "./readExperiment.ts";
import { isInvalidated, openDuckdb } from "./store/duckdb.ts";
import { openLasting } from "./store/openLasting.ts";
import type { EventStore } from "./store/store.ts";
import type { Keep } from "./startRetention.ts";
import { startRetention } from "./startRetention.ts";
import { watchModel } from "./watchModel.ts";

/** Bytes of a body. */
const BODY_LIMIT = 64 * 1024;
/** Milliseconds a request under way has to finish when the collector stops. */
const LAST_CALL = 2000;
const LOOPBACK = "127.0.0.1";

export interface CollectorOptions {
  /** The DuckDB file, made if absent. */
  readonly data: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Origins that may send events. Empty: the collector's own and this machine's. */
  readonly origins: readonly string[];
  /** Requests a minute from one address. */
  readonly rate: number;
  /** Milliseconds a request may take to arrive. */
  readonly patience: number;
  /** Connections open at once. */
  readonly connections: number;
  /** Addresses of the proxies that are believed when they say for whom they speak. Absent: nobody is. */
  readonly trustProxy?: string;
  /** A port of its own for the report, on this machine only. Absent: the same port. */
  readonly reportPort?: number;
  readonly token?: string;
  /** Folder of the model, for the products' titles and for what shoppers moved in it. */
  readonly model?: string;
  /** Absent: everything is kept for ever. */
  readonly keep?: Keep;
  /** JSON file of what the merchant says about the experiment. */
  readonly experiment?: string;
}

export interface Collector {
  /** Takes the events; the report too, unless that has a port of its own. */
  readonly app: FastifyInstance;
  /** Base addresses: `http://127.0.0.1:4310`. */
  readonly events: string;
  readonly report: string;
  /** Finishes what is under way and closes the file. */
  stop(): Promise<void>;
}

/** Opens the file and the ports. Rejects when one of them cannot be had. */
export async function startCollector(options: CollectorOptions): Promise<Collector> {
  const experiment = options.experiment === undefined ? DEFAULT_SETTINGS : await readExperiment(options.experiment);
  const meter = createMeter();
  const opened = measured(await openLasting(() => openDuckdb(options.data), isInvalidated), meter);
  const published = await createSwitch({ store: opened, experiment });
  const store = telling(opened, published.changed);
  const model = options.model === undefined ? undefined : await watchModel(options.model);
  const live = createLive(store.figures);
  const intake = createIntake({ store, stored: live.changed });
  const open = createApp(options);
  const shut = options.reportPort === undefined ? open : createApp(options);
  const retention = options.keep && startRetention({ store, keep: options.keep, changed: live.changed });
  const stop = once(async () => {
    retention?.();
    live.stop();
    model?.stop();
    await Promise.all([close(open), close(shut)]);
    await Promise.all([intake.stop(), published.stop()]);
    await store.stop();
  });
  try {
    await open.register(publicDoor, { ...{ intake, meter }, switchFile: published.file, origins: options.origins, rate: options.rate });
    await shut.register(privateDoor, {
      ...{ live, settings: published.settings, store, meter },
      ...(model && { model }),
      ...(options.token !== undefined && { token: options.token }),
    });
    const events = await listen(open, options.port, options.host);
    const report = options.reportPort === undefined ? events : await listen(shut, options.reportPort, LOOPBACK);
    return { app: open, events, report, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

declare module "fastify" {
  interface FastifyInstance {
    /** Aborted when the server begins to close: whatever holds a connection open lets go of it. */
    readonly closing: AbortSignal;
  }
}

/** The store, with word of every change of what the switch is decided by. */
function telling(store: EventStore, changed: () => void): EventStore {
  const told = async <T>(done: Promise<T>): Promise<T> => {
    const result = await done;
    changed();
    return result;
  };
  return {
    ...store,
    confirm: (orders) => told(store.confirm(orders)),
    forget: (what) => told(store.forget(what)),
    condense: (before) => told(store.condense(before)),
  };
}

/** The store, with the time its inserts take. */
function measured(store: EventStore, meter: Meter): EventStore {
  return {
    ...store,
    async insert(arrivals) {
      const began = performance.now();
      let ok = false;
      try {
        const fresh = await store.insert(arrivals);
        ok = true;
        return fresh;
      } finally {
        meter.inserted((performance.now() - began) / 1000, ok);
      }
    },
  };
}

function createApp({ patience, connections, trustProxy }: CollectorOptions): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: patience,
    // Node swaps the two limits when the headers may take longer than the whole request.
    http: { headersTimeout: patience, connectionsCheckingInterval: Math.min(patience, 1000) },
    forceCloseConnections: "idle",
    trustProxy: trustProxy ?? false,
  });
  app.server.maxConnections = connections;
  // Those that only wait for their next request make room.
  app.server.on("drop", () => app.server.closeIdleConnections());
  app.addHook("onSend", async ({ raw }, reply) => void (isTooMuchToRead(raw) && reply.header("connection", "close")));
  const closing = new AbortController();
  app.decorate("closing", closing.signal);
  app.addHook("preClose", async () => closing.abort());
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: "nothing here" }));
  app.setErrorHandler<Error & { readonly statusCode?: number }>((error, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) console.error("goeswith:", error);
    return reply.code(status).send({ error: status >= 500 ? "something went wrong here" : error.message });
  });
  return app;
}

/** Whether the rest of a request that is answered already is too long, or too uncertain, to be read and forgotten. */
function isTooMuchToRead({ complete, headers }: IncomingMessage): boolean {
  return !complete && (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > BODY_LIMIT);
}

/** Lets requests under way finish, but waits neither for one that never does nor for a connection that asked nothing yet. */
async function close(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), LAST_CALL);
  await app.close();
  clearTimeout(timer);
}

async function listen(app: FastifyInstance, port: number, host: string): Promise<string> {
  await app.listen({ port, host });
  const { port: actual } = app.server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${actual}`;
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= run());
}
