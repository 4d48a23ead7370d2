import { parseArgs } from "node:util";
import type { CollectorOptions } from "./startCollector.ts";

export const USAGE = `goeswith collect: takes the widget's events, keeps them in one file and draws the report.

  goeswith collect [--port 4310] [--host 127.0.0.1] [--data events.duckdb] [--origin https://shop.example …]
                   [--model DIR] [--experiment FILE] [--report-port N | --token T] [--rate 1200]

  --port N          where events are taken; 0 for any free port
  --host ADDRESS    0.0.0.0 to be reached from other machines
  --data FILE       the DuckDB file, made if absent
  --origin ORIGIN   a shop whose pages may send events; may be given several times.
                    Without it: pages of the collector's own origin and of this machine
  --model DIR       the folder goeswith train wrote, for the products' titles in the report
                    and for what shoppers moved in it
  --experiment FILE what the report goes by, as JSON: worth (the smallest effect that matters, 0.06),
                    since, goal { currency, rise, from, by, baseline }, visits, shares
  --report-port N   the report on a port of its own, for this machine only
  --token T         the report for whoever has the token (Authorization: Bearer T, or ?token=T).
                    Without both: on the same port, for this machine only
  --rate N          requests a minute from one address
  --help
`;

const PATIENCE = 10_000;

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
}

function toOptions({ port, host, data, origin, model, experiment, "report-port": reportPort, token, rate }: Values): CollectorOptions {
  if (reportPort !== undefined && token !== undefined) throw new Error("give --report-port or --token, not both");
  if (token === "") throw new Error("--token is empty");
  return {
    ...{ data, host, patience: PATIENCE },
    port: toPort("--port", port),
    origins: origin.map(toOrigin),
    rate: toNumber("--rate", rate, { min: 1, max: 1e9 }),
    ...(reportPort !== undefined && { reportPort: toPort("--report-port", reportPort) }),
    ...(token !== undefined && { token }),
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

/** Exactly what a browser sends: no path, no trailing slash, no default port. */
function toOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`--origin ${value}: an address such as https://shop.example is needed`);
  if (url.pathname !== "/" || url.search || url.hash || url.username) throw new Error(`--origin ${value}: only ${url.origin} is needed`);
  return url.origin;
}
