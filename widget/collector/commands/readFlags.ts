import { isIP } from "node:net";
import { parseArgs } from "node:util";
import type { CollectorOptions } from "../startCollector.ts";
import type { Keep } from "../startRetention.ts";
import { parseKeep } from "../startRetention.ts";

/** Milliseconds a request may take to arrive. */
const PATIENCE = 10_000;
/** Each may hold a body back for as long as the patience lasts: this many times the body limit is the memory they can take. */
const CONNECTIONS = 2000;

export const USAGE = `goeswith collect: takes the widget's events, keeps them in one file and draws the report.

  goeswith collect [--port 4310] [--host 127.0.0.1] [--data events.duckdb] [--origin https://shop.example …]
                   [--model DIR] [--experiment FILE] [--report-port N | --token T] [--rate 1200] [--trust-proxy ADDRESS]
                   [--keep 13m]

  --port N          where events are taken; 0 for any free port
  --host ADDRESS    0.0.0.0 to be reached from other machines
  --data FILE       the DuckDB file, made if absent
  --origin ORIGIN   a shop whose pages may send events; may be given several times.
                    Without it: pages of the collector's own origin and of this machine
  --model DIR       the folder goeswith train wrote, for the products' titles in the report
                    and for what shoppers moved in it
  --experiment FILE what the report goes by, as JSON: worth (the smallest effect that matters, 0.06),
                    since, goal { currency, rise, from, by, baseline }, visits, and the
                    shares held out: undecided (0.5), decided (0.05), shares
  --report-port N   the report on a port of its own, for this machine only
  --token T         the report for whoever has the token (Authorization: Bearer T, or ?token=T).
                    Without both: on the same port, for this machine only
  --rate N          requests a minute from one address (IPv6: from one /64 network)
  --trust-proxy A   the proxy whose X-Forwarded-For is believed: addresses or networks with commas between, or
                    loopback. Without it nobody is, and all shoppers behind one proxy share one --rate
  --keep TIME       how long events and confirmed orders are kept, in days, weeks, months or years (400d, 8w, 13m, 2y);
                    of what is older only monthly sums stay. "all" keeps everything
  --help

Answers of POST /v1/events
  200  what was accepted is on the disk. Each event's id is in one list: accepted, duplicate (was stored before),
       rejected (with the reason: a field that is not of the catalogue, a value that cannot be, consent)
  400  no batch: not JSON in UTF-8, no object, no list of events
  403  a page of another origin; 405 no POST; 408 did not arrive within ${PATIENCE / 1000} seconds
  413  more than 64 KiB, or more than 500 events: send it in parts
  415  neither text/plain nor application/json, or compressed; 431 more than 16 KiB of headers
  429  more than --rate; 503 the disk is full or does not keep up. Both say when to come back (Retry-After)
Of a request with Sec-GPC: 1 (Global Privacy Control) nothing is stored: every event is rejected, reason consent.

Doors  /v1/events and /v1/switch.json (whether offers are on, and the share held out) are for everyone.
       These are for this machine, asked for as 127.0.0.1 or localhost, or for who has the token:
         GET /report            the report
         POST /import/orders    confirmed orders as JSON lines (application/x-ndjson), at most 1 MiB, all or none
         POST /erase            {"before": ms}, {"visit": id} or {"order": id} (application/json); see goeswith forget
         GET /export            ?table=events|orders&format=csv|parquet; see goeswith export
         GET /metrics           counts for Prometheus
         GET /health            200 while events can be stored, else 503
       Web pages of other origins cannot write to them.
Data   all in --data and, while it runs, the log beside it (--data with .wal at its end): copy both, or stop first.
       Neither addresses nor user agents are kept. One process at a time has the file.
Limits ${CONNECTIONS} connections at once; 16 MiB of batches waiting for the disk. Beyond that it refuses, and forgets nothing it took.
Stop   SIGTERM or SIGINT: what is under way is answered and stored, for at most 2 seconds. After kill -9 or a power
       cut it starts with everything it acknowledged.
Ends with 0 when it was told to, with 1 when it cannot start, with 2 when a flag is wrong.
`;

export type Flags = { readonly help: true } | { readonly fault: string } | { readonly options: CollectorOptions };

/** Reads the arguments of `goeswith collect`. What is wrong is a value, in words for whoever typed it. */
export function readFlags(args: readonly string[]): Flags {
  try {
    const { values } = parseArgs({ args: [...args], options: FLAGS });
    return values.help ? { help: true } : { options: toOptions(values) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

const FLAGS = {
  port: { type: "string", default: "4310" },
  host: { type: "string", default: "127.0.0.1" },
  data: { type: "string", default: "events.duckdb" },
  origin: { type: "string", multiple: true, default: [] as string[] },
  model: { type: "string" },
  experiment: { type: "string" },
  "report-port": { type: "string" },
  token: { type: "string" },
  rate: { type: "string", default: "1200" },
  keep: { type: "string", default: "13m" },
  "trust-proxy": { type: "string" },
  help: { type: "boolean", default: false },
} as const;

interface Values {
  readonly port: string;
  readonly host: string;
  readonly data: string;
  readonly origin: readonly string[];
  readonly model?: string | undefined;
  readonly experiment?: string | undefined;
  readonly "report-port"?: string | undefined;
  readonly token?: string | undefined;
  readonly rate: string;
  readonly keep: string;
  readonly "trust-proxy"?: string | undefined;
}

function toOptions(values: Values): CollectorOptions {
  const { port, host, data, origin, model, experiment, "report-port": reportPort, token, rate, keep, "trust-proxy": proxies } = values;
  if (reportPort !== undefined && token !== undefined) throw new Error("give --report-port or --token, not both");
  if (token === "") throw new Error("--token is empty");
  return {
    ...{ data, host, patience: PATIENCE, connections: CONNECTIONS },
    port: toPort("--port", port),
    origins: origin.map(toOrigin),
    rate: toNumber("--rate", rate, { min: 1, max: 1e9 }),
    ...(keep !== "all" && { keep: toKeep(keep) }),
    ...(reportPort !== undefined && { reportPort: toPort("--report-port", reportPort) }),
    ...(token !== undefined && { token }),
    ...(proxies !== undefined && { trustProxy: toProxies(proxies) }),
    ...(model !== undefined && { model }),
    ...(experiment !== undefined && { experiment }),
  };
}

function toPort(flag: string, value: string): number {
  return toNumber(flag, value, { min: 0, max: 65_535 });
}

function toNumber(flag: string, value: string, { min, max }: { readonly min: number; readonly max: number }): number {
  const number = /^\d+$/.test(value) ? Number(value) : NaN;
  if (!(number >= min && number <= max)) throw new Error(`${flag} ${value}: a whole number from ${min} to ${max} is needed`);
  return number;
}

function toKeep(value: string): Keep {
  const keep = parseKeep(value);
  if (!keep) throw new Error(`--keep ${value}: a time such as 13m, 400d or 2y, or "all", is needed`);
  return keep;
}

/** Whom Fastify's `trustProxy` may name: addresses, networks, and these words of its own. */
function toProxies(value: string): string {
  const proxies = value.split(",").map((one) => one.trim());
  const isProxy = (one: string) => ["loopback", "linklocal", "uniquelocal"].includes(one) || isNetwork(one);
  if (!proxies.every(isProxy))
    throw new Error(`--trust-proxy ${value}: the proxy's address is needed (10.0.0.5, 10.1.0.0/16), or loopback`);
  return proxies.join(",");
}

function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const longest = new Map([
    [4, 32],
    [6, 128],
  ]).get(isIP(address));
  return longest !== undefined && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest));
}

/** Exactly what a browser sends: no path, no trailing slash, no default port. */
function toOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`--origin ${value}: an address such as https://shop.example is needed`);
  if (url.pathname !== "/" || url.search || url.hash || url.username) throw new Error(`--origin ${value}: only ${url.origin} is needed`);
  return url.origin;
}
