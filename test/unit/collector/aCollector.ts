import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { EventVerdicts } from "../../../widget/types/collector.ts";
import type { ReportData } from "../../../widget/types/report.ts";
import type { Collector, CollectorOptions } from "../../../widget/collector/startCollector.ts";
import { startCollector } from "../../../widget/collector/startCollector.ts";

/** An empty folder that is gone after the test. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "goeswith-collector-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A running collector with a real file, stopped after the test. */
export async function aCollector(over: Partial<CollectorOptions> = {}): Promise<Collector> {
  const data = over.data ?? join(await aFolder(), "events.duckdb");
  const collector = await startCollector({
    host: "127.0.0.1",
    port: 0,
    origins: [],
    rate: 100_000,
    patience: 5000,
    connections: 1000,
    ...over,
    data,
  });
  onTestFinished(() => collector.stop());
  return collector;
}

export interface Posted {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly verdicts: EventVerdicts;
  readonly error?: string;
}

/** Posts a body as a browser's beacon would, without the network. */
export async function post({ app }: Collector, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Posted> {
  const payload = typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const answer = await app.inject({
    method: "POST",
    url: "/v1/events",
    payload,
    headers: { "content-type": "text/plain;charset=UTF-8", ...headers },
  });
  const read = answer.json<EventVerdicts & { readonly error?: string }>();
  return { status: answer.statusCode, headers: answer.headers, verdicts: read, ...(read.error !== undefined && { error: read.error }) };
}

export async function readReport({ app }: Collector, zone = "UTC"): Promise<ReportData> {
  return (await app.inject({ url: `/report/data?zone=${encodeURIComponent(zone)}` })).json<ReportData>();
}
