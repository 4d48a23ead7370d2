import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { aCollector, aFolder, post, readReport } from "./aCollector.ts";
import { aBatch, anEvent } from "./anEvent.ts";

const LIMIT = 64 * 1024;

/** Sends raw bytes and resolves with everything that comes back until the connection ends. */
function speak(address: string, text: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on("data", (bytes) => (heard += String(bytes)));
    socket.on("error", reject);
    socket.on("close", () => resolve(heard));
  });
}

describe("row 133: bodies that are too much", () => {
  it("takes 65 536 bytes and refuses one more", async () => {
    const collector = await aCollector();
    const batch = JSON.stringify(aBatch([anEvent("shown", "e1")]));
    expect((await post(collector, batch.padEnd(LIMIT))).verdicts.accepted).toEqual(["e1"]);
    expect((await post(collector, batch.padEnd(LIMIT + 1))).status).toBe(413);
  });

  it("refuses an endless body that does not say its length", async () => {
    const { events } = await aCollector();
    const chunk = `4000\r\n${"x".repeat(0x4000)}\r\n`;
    const heard = await speak(
      events,
      `POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("does not unpack a compressed body", async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000, 32));
    expect((await post(await aCollector(), bomb, { "content-encoding": "gzip" })).status).toBe(415);
  });

  it("gives up a body that does not arrive", async () => {
    const { events } = await aCollector({ patience: 100 });
    const heard = await speak(events, "POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n{");
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("refuses a type no widget sends", async () => {
    expect((await post(await aCollector(), "<x/>", { "content-type": "application/xml" })).status).toBe(415);
  });
});

describe("row 134: broken bodies", () => {
  const invalidUtf8 = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
  it.each<readonly [string, string | Buffer]>([
    ["nothing", ""],
    ["half of an object", '{"events":['],
    ["a list", "[]"],
    ["null", "null"],
    ["a NUL", "\0"],
    ["a NUL inside", '{"shop":"a\0b","events":[]}'],
    ["an escaped NUL in the shop's name", '{"shop":"a\\u0000b","events":[]}'],
    ["a lone surrogate in the shop's name", '{"shop":"\\ud800","events":[]}'],
    ["invalid UTF-8", invalidUtf8],
    ["no events", '{"shop":"demo"}'],
    ["events that are no list", '{"events":{"length":1}}'],
    ["10 000 lists in each other", "[".repeat(10_000) + "]".repeat(10_000)],
    ["30 000 lists that never end", `{"events":${"[".repeat(30_000)}`],
  ])("answers %s with 400 and a reason, and goes on", async (_name, body) => {
    const collector = await aCollector();
    const refused = await post(collector, body);
    expect([refused.status, refused.error]).toEqual([400, expect.stringMatching(/\w+/)]);
    expect((await post(collector, aBatch([anEvent("shown", "e1")]))).verdicts.accepted).toEqual(["e1"]);
  });

  it("rejects a deeply nested event without falling over", async () => {
    const body = `{"events":[${'{"a":'.repeat(5000)}1${"}".repeat(5000)},${JSON.stringify(anEvent("shown", "e1"))}]}`;
    const { verdicts } = await post(await aCollector(), body);
    expect(verdicts.accepted).toEqual(["e1"]);
    expect(verdicts.rejected).toHaveLength(1);
  });

  it("takes JSON with a byte order mark and under either content type", async () => {
    const collector = await aCollector();
    expect((await post(collector, `\ufeff${JSON.stringify(aBatch([anEvent("shown", "e1")]))}`)).verdicts.accepted).toEqual(["e1"]);
    expect((await post(collector, aBatch([anEvent("shown", "e2")]), { "content-type": "application/json" })).verdicts.accepted).toEqual([
      "e2",
    ]);
  });
});

describe("row 135: events against the catalogue", () => {
  it("stores the good ones of a mixed batch and says what is wrong with the others", async () => {
    const collector = await aCollector();
    const bad = { ...anEvent("shown", "e2"), price: -1 };
    const { verdicts } = await post(collector, aBatch([anEvent("shown", "e1"), bad, anEvent("seen", "e3"), 7]));
    expect(verdicts).toEqual({
      accepted: ["e1", "e3"],
      duplicate: [],
      rejected: [
        { id: "e2", reason: "bad price" },
        { id: "", reason: "not an object" },
      ],
    });
    expect((await readReport(collector)).events).toBe(2);
  });
});

describe("row 136: the same event again", () => {
  it("is stored once within a batch, over batches and after a restart", async () => {
    const data = `${await aFolder()}/events.duckdb`;
    const first = await aCollector({ data });
    const within = await post(first, aBatch([anEvent("shown", "e1"), anEvent("shown", "e1"), anEvent("seen", "e2")]));
    expect(within.verdicts).toEqual({ accepted: ["e1", "e2"], duplicate: ["e1"], rejected: [] });
    expect((await post(first, aBatch([anEvent("shown", "e1"), anEvent("opened", "e3")]))).verdicts).toMatchObject({
      accepted: ["e3"],
      duplicate: ["e1"],
    });
    await first.stop();
    const second = await aCollector({ data });
    expect((await post(second, aBatch([anEvent("shown", "e1")]))).verdicts).toEqual({ accepted: [], duplicate: ["e1"], rejected: [] });
    expect((await readReport(second)).events).toBe(3);
  });

  it("is accepted in exactly one of many batches at once", async () => {
    const collector = await aCollector();
    const all = await Promise.all(Array.from({ length: 20 }, () => post(collector, aBatch([anEvent("shown", "e1")]))));
    expect(all.flatMap(({ verdicts }) => verdicts.accepted)).toEqual(["e1"]);
    expect(all.flatMap(({ verdicts }) => verdicts.duplicate)).toHaveLength(19);
  });
});

it("row 137: 200 batches at once beside report reads lose nothing and fail nothing", async () => {
  const collector = await aCollector();
  const batches = Array.from({ length: 200 }, (_, batch) =>
    aBatch(Array.from({ length: 5 }, (_none, n) => anEvent("shown", `e${batch}-${n}`))),
  );
  const reads = Array.from({ length: 20 }, () => collector.app.inject({ url: "/report/data" }));
  const answers = await Promise.all(batches.map((batch) => post(collector, batch)));
  expect([...new Set(answers.map(({ status }) => status))]).toEqual([200]);
  expect(answers.flatMap(({ verdicts }) => verdicts.accepted)).toHaveLength(1000);
  expect([...new Set((await Promise.all(reads)).map(({ statusCode }) => statusCode))]).toEqual([200]);
  expect((await readReport(collector)).events).toBe(1000);
});

describe("row 140: one client that asks too often", () => {
  it("is told to wait, whatever it says its address is", async () => {
    const collector = await aCollector({ rate: 3 });
    const send = (n: number) =>
      post(collector, aBatch([anEvent("shown", `e${n}`)]), { "x-forwarded-for": `10.0.0.${n}`, origin: "http://localhost:1" });
    const statuses = [await send(1), await send(2), await send(3)].map(({ status }) => status);
    const refused = await send(4);
    expect([...statuses, refused.status]).toEqual([200, 200, 200, 429]);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused.headers).toMatchObject({
      "access-control-allow-origin": "http://localhost:1",
      "access-control-expose-headers": "Retry-After",
    });
  });
});

describe("row 141: which pages may send", () => {
  const SHOP = "https://shop.example";
  const ask = async (origins: readonly string[], origin: string, headers: Readonly<Record<string, string>> = {}) => {
    const collector = await aCollector({ origins });
    const answer = await post(collector, aBatch([anEvent("shown", "e1")]), { origin, ...headers });
    return { ...answer, stored: (await readReport(collector)).events };
  };

  it.each([
    ["a listed origin", [SHOP], SHOP, 200],
    ["another origin", [SHOP], "https://evil.example", 403],
    ["an origin that begins like a listed one", [SHOP], "https://shop.example.evil.example", 403],
    ["another scheme", [SHOP], "http://shop.example", 403],
    ["another port", [SHOP], "https://shop.example:444", 403],
    ["a sandboxed page", [SHOP], "null", 403],
    ["a sandboxed page, without a list", [], "null", 403],
    ["this machine, without a list", [], "http://127.0.0.1:8080", 200],
    ["localhost, without a list", [], "http://localhost:3000", 200],
    ["the collector's own origin, without a list", [], "http://localhost:80", 403],
    ["another machine, without a list", [], SHOP, 403],
    ["this machine, with a list that does not name it", [SHOP], "http://localhost:3000", 403],
    ["something that is no origin", [], "http://localhost/path", 403],
  ])("%s", async (_name, origins, origin, status) => {
    const answer = await ask(origins, origin);
    expect([answer.status, answer.stored]).toEqual([status, status === 200 ? 1 : 0]);
    expect(answer.headers["access-control-allow-origin"]).toBe(status === 200 ? origin : undefined);
    expect(String(answer.headers["vary"])).toMatch(/\bOrigin\b/i);
    expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
  });

  it("takes the collector's own origin when there is no list", async () => {
    expect((await ask([], "https://collect.example", { host: "collect.example" })).status).toBe(200);
  });

  it("answers a preflight for its own method and header only", async () => {
    const { app } = await aCollector({ origins: [SHOP] });
    const preflight = (origin: string) =>
      app.inject({
        method: "OPTIONS",
        url: "/v1/events",
        headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "x-a" },
      });
    const good = await preflight(SHOP);
    expect(good.statusCode).toBe(204);
    expect(good.headers).toMatchObject({
      "access-control-allow-origin": SHOP,
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "content-type",
    });
    expect((await preflight("https://evil.example")).headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("answers a GET with the one method there is", async () => {
    const { app } = await aCollector();
    const answer = await app.inject({ url: "/v1/events" });
    expect([answer.statusCode, answer.headers["allow"]]).toEqual([405, "POST"]);
  });
});

describe("the switch file", () => {
  const SHOP = "https://shop.example";
  const read = async (headers: Readonly<Record<string, string>>) => {
    const { app } = await aCollector({ origins: [SHOP] });
    const { statusCode, headers: told, body } = await app.inject({ url: "/v1/switch.json", headers });
    return { status: statusCode, told, body };
  };

  it("tells half the visits to be held out while nothing is known, and may be kept for minutes by whoever is allowed to read it", async () => {
    const { status, told, body } = await read({ origin: SHOP });
    expect([status, JSON.parse(body)]).toEqual([200, { offers: "on", holdout: 0.5 }]);
    expect(told).toMatchObject({
      "access-control-allow-origin": SHOP,
      "cache-control": "public, max-age=300",
      "content-type": "application/json; charset=utf-8",
      etag: '"on-0.5"',
      "access-control-expose-headers": "Date",
    });
    expect(String(told["vary"])).toMatch(/\bOrigin\b/i);
    expect(told).not.toHaveProperty("access-control-allow-credentials");
    expect(told).not.toHaveProperty("set-cookie");
  });

  it.each(['"on-0.5"', 'W/"on-0.5"'])("is not sent again to a browser that has it: %s", async (tag) => {
    const { status, told, body } = await read({ origin: SHOP, "if-none-match": tag });
    expect([status, body]).toEqual([304, ""]);
    expect(told).toMatchObject({ "access-control-allow-origin": SHOP, "cache-control": "public, max-age=300" });
  });

  it("is sent again once it says something else", async () => {
    expect((await read({ origin: SHOP, "if-none-match": '"on-0.05"' })).status).toBe(200);
  });

  it("is not for pages of other origins", async () => {
    const { status, told } = await read({ origin: "https://evil.example" });
    expect([status, told["access-control-allow-origin"]]).toEqual([403, undefined]);
  });
});

describe("row 114: Global Privacy Control", () => {
  it("is a no: nothing is stored, and the sender hears why", async () => {
    const collector = await aCollector();
    const { status, verdicts } = await post(collector, aBatch([anEvent("shown", "e1")], { dropped: { overflow: 3 } }), { "sec-gpc": "1" });
    expect([status, verdicts]).toEqual([200, { accepted: [], duplicate: [], rejected: [{ id: "e1", reason: "consent" }] }]);
    expect(await readReport(collector)).toMatchObject({ events: 0, dropped: { total: 0 } });
  });
});

describe("what browsers gave up", () => {
  it("is counted once, however often the batch that says so is sent", async () => {
    const collector = await aCollector();
    await post(collector, aBatch([anEvent("shown", "e1")], { dropped: { overflow: 3, expired: 1 } }));
    await post(collector, aBatch([anEvent("shown", "e1"), anEvent("seen", "e2")], { dropped: { overflow: 5, expired: 1 } }));
    await post(collector, aBatch([anEvent("opened", "e3")], { dropped: { overflow: 2 } }));
    const { dropped } = await readReport(collector);
    expect(dropped).toEqual({
      total: 8,
      reasons: [
        { reason: "overflow", count: 7 },
        { reason: "expired", count: 1 },
      ],
    });
  });

  it("is kept also when no event came with it, and when one count is nonsense", async () => {
    const collector = await aCollector();
    await post(collector, { shop: "demo", sentAt: 1, dropped: { overflow: 3, "<b>": 4, expired: -1, invalid: "x" }, events: [] });
    expect((await readReport(collector)).dropped).toEqual({ total: 3, reasons: [{ reason: "overflow", count: 3 }] });
  });
});
