import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ReportData } from "../../../../widget/types/report.ts";
import { aCollector, aFolder, post, readReport } from "../aCollector.ts";
import { aBatch, anEvent } from "../anEvent.ts";

describe("who may read the report", () => {
  it("is this machine when nothing else is said", async () => {
    const { app } = await aCollector();
    const from = async (remoteAddress: string, headers = {}) =>
      (await app.inject({ url: "/report/data", remoteAddress, headers })).statusCode;
    expect([await from("127.0.0.1"), await from("::1"), await from("::ffff:127.0.0.1")]).toEqual([200, 200, 200]);
    expect([await from("10.0.0.7"), await from("::ffff:10.0.0.7")]).toEqual([403, 403]);
    expect(await from("127.0.0.1", { "x-forwarded-for": "203.0.113.9, 127.0.0.1" })).toBe(403);
    expect(await from("127.0.0.1", { "x-forwarded-for": "127.0.0.1" })).toBe(200);
    // A page elsewhere may let its own name point here; what its browser then asks for carries that name.
    expect([await from("127.0.0.1", { host: "rebound.example:4310" }), await from("::1", { host: "[::1]:4310" })]).toEqual([403, 200]);
  });

  it("is whoever has the token, once there is one", async () => {
    const { app } = await aCollector({ token: "s3cret" });
    const status = async (url: string, authorization?: string) =>
      (await app.inject({ url, remoteAddress: "10.0.0.7", headers: authorization === undefined ? {} : { authorization } })).statusCode;
    expect([await status("/report/data?token=s3cret"), await status("/report/data", "Bearer s3cret")]).toEqual([200, 200]);
    expect([await status("/report/data"), await status("/report/data?token=s3cre"), await status("/report", "Bearer x")]).toEqual([
      401, 401, 401,
    ]);
    expect((await app.inject({ url: "/report/data" })).statusCode).toBe(401);
  });

  it("guards every private address and leaves the events open", async () => {
    const collector = await aCollector();
    const statusOf = async (url: string) => (await collector.app.inject({ url, remoteAddress: "10.0.0.7" })).statusCode;
    for (const url of ["/report", "/report/", "/report/data", "/report/live", "/health", "/metrics", "/export?table=events&format=csv"])
      expect([url, await statusOf(url)]).toEqual([url, 403]);
    const headers = { "content-type": "application/json" };
    for (const url of ["/erase", "/import/orders"])
      expect((await collector.app.inject({ method: "POST", url, headers, remoteAddress: "10.0.0.7", payload: "{}" })).statusCode).toBe(403);
    expect((await post(collector, aBatch([anEvent("shown", "e1")]))).status).toBe(200);
  });

  it("has a port of its own when asked to", async () => {
    const { events, report } = await aCollector({ reportPort: 0 });
    const [onPublic, onPrivate] = [await fetch(`${events}/report/data`), await fetch(`${report}/report/data`)];
    expect([onPublic.status, onPrivate.status]).toEqual([404, 200]);
    expect((await fetch(`${report}/v1/events`, { method: "POST", body: "{}" })).status).toBe(404);
  });
});

describe("the report's page", () => {
  it("comes under a strict policy, uncached, without a cookie or a word about others", async () => {
    const { app } = await aCollector();
    const { headers, body } = await app.inject({ url: "/report" });
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers["content-security-policy"]).not.toMatch(/unsafe|\*/);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    });
    expect(headers).not.toHaveProperty("set-cookie");
    expect(body).toContain('<script type="module" src="report/report.js"></script>');
  });

  it("is found with a slash at the end too, token and all", async () => {
    const { app } = await aCollector({ token: "t" });
    const { statusCode, headers } = await app.inject({ url: "/report/?token=t" });
    expect([statusCode, headers["location"]]).toEqual([308, "../report?token=t"]);
  });
});

describe("the figures", () => {
  it("are of the reader's time zone, or of UTC when that is none", async () => {
    const collector = await aCollector();
    await post(collector, aBatch([anEvent("seen", "e1")]));
    expect((await readReport(collector, "Asia/Tokyo")).series.zone).toBe("Asia/Tokyo");
    expect((await readReport(collector, "Not/AZone")).series.zone).toBe("UTC");
  });

  it("carry the titles of the products in them, and no others", async () => {
    const model = await aFolder();
    await mkdir(join(model, "b1"));
    await writeFile(join(model, "manifest.json"), '{"build":"b1"}');
    await writeFile(join(model, "b1", "0.json"), '{"cards":{"case":{"title":"Clear case"},"sofa":{"title":"Sofa"}},"aliases":{}}');
    const collector = await aCollector({ model });
    await post(collector, aBatch([anEvent("seen", "e1")]));
    expect((await readReport(collector)).titles).toEqual({ case: "Clear case" });
  });

  it("carry what shoppers moved in the model, with its titles", async () => {
    const model = await aFolder();
    await mkdir(join(model, "b1"));
    await writeFile(join(model, "manifest.json"), '{"build":"b1"}');
    await writeFile(join(model, "b1", "0.json"), '{"cards":{"rug":{"title":"Rug"},"sofa":{"title":"Sofa"}}}');
    const changes = { build: "b1", pairs: [{ kind: "cross-sell", for: "sofa", product: "rug", factor: 0, reason: "does-not-fit" }] };
    await writeFile(join(model, "b1", "changes.json"), JSON.stringify(changes));
    expect(await readReport(await aCollector({ model }))).toMatchObject({ changes, titles: { sofa: "Sofa", rug: "Rug" } });
    expect(await readReport(await aCollector())).not.toHaveProperty("changes");
  });

  it("use the collector's clock, less the time an event waited for its delivery", async () => {
    const collector = await aCollector();
    const before = Date.now();
    const lateClock = Date.UTC(2001, 0, 1);
    await post(collector, aBatch([anEvent("seen", "e1", { at: lateClock - 60_000 })], { sentAt: lateClock }));
    const { first = 0 } = await readReport(collector);
    expect(first).toBeGreaterThanOrEqual(before - 60_000);
    expect(first).toBeLessThanOrEqual(Date.now() - 60_000);
  });
});

it("pushes new figures to an open report, and lets go of it when the collector stops", async () => {
  const collector = await aCollector();
  const answer = await fetch(`${collector.report}/report/live?zone=UTC`);
  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const readUntil = async (events: number): Promise<ReportData | undefined> => {
    for (let text = ""; ;) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      text += value ?? "";
      const messages = [...text.matchAll(/^data: (.*)\n\n/gm)].map(([, json]) => JSON.parse(json ?? "") as ReportData);
      const found = messages.find((message) => message.events === events);
      if (found || done) return found;
    }
  };
  expect(await readUntil(0)).toMatchObject({ events: 0 });
  await post(collector, aBatch([anEvent("seen", "e1")]));
  expect(await readUntil(1)).toMatchObject({ events: 1, total: { seen: 1 } });
  await collector.stop();
  expect(await readUntil(-1)).toBeUndefined();
});

it("row 119: the collector keeps no address, no browser name, and sets no cookie", async () => {
  const data = join(await aFolder(), "events.duckdb");
  const collector = await aCollector({ data });
  const headers = {
    "user-agent": "TellTaleBrowser/1.0",
    "x-forwarded-for": "203.0.113.77",
    cookie: "who=TellTaleCookie",
    referer: "https://telltale.example/",
  };
  const answer = await post(collector, aBatch([anEvent("shown", "e1")]), headers);
  expect(answer.verdicts.accepted).toEqual(["e1"]);
  expect(answer.headers).not.toHaveProperty("set-cookie");
  await collector.stop();
  const file = (await readFile(data)).toString("latin1");
  expect(file).toContain("cart.cross-sell.phone.case");
  expect(file).not.toMatch(/telltale|203\.0\.113|127\.0\.0\.1/i);
});
