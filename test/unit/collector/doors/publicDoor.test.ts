import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { array, assert, asyncProperty, constantFrom, double, jsonValue, maxSafeInteger, oneof, string, tuple } from "fast-check";
import { fastify } from "fastify";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Collector } from "../../../../widget/collector/startCollector.ts";
import { createId } from "../../../../widget/browser/lib/id.ts";
import { createMeter } from "../../../../widget/collector/doors/createMeter.ts";
import { publicDoor } from "../../../../widget/collector/doors/publicDoor.ts";
import { openDuckdb } from "../../../../widget/collector/store/duckdb.ts";
import { openLine } from "../../../support/postOver.ts";
import { aCollector, aFolder, post, readReport } from "../aCollector.ts";
import { aBatch, anEvent, anOrder, NOON } from "../anEvent.ts";

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

  it("refuses more events than a widget sends at once: their verdicts would be longer than they are", async () => {
    const collector = await aCollector();
    const many = (count: number) => ({ shop: "demo", sentAt: 1, dropped: {}, events: Array.from({ length: count }, () => 0) });
    expect((await post(collector, many(500))).verdicts.rejected).toHaveLength(500);
    expect((await post(collector, many(501))).status).toBe(413);
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

  it("has one verdict for each of any events, and stores exactly those it accepted", async () => {
    const collector = await aCollector();
    const shown = Object.entries(anEvent("shown", "e"));
    const field = constantFrom(...shown.map(([name]) => name), "lines", "__proto__");
    const value = oneof(jsonValue({ noUnicodeString: false }), string({ unit: "binary" }), double(), maxSafeInteger());
    let accepted = 0;
    await assert(
      asyncProperty(array(tuple(field, value), { minLength: 1, maxLength: 20 }), async (changes) => {
        const events = changes.map(([name, changed]) => ({ ...Object.fromEntries(shown), id: createId(), [name]: changed }));
        const { status, verdicts } = await post(collector, aBatch(events));
        expect(status).toBe(200);
        expect([...verdicts.accepted, ...verdicts.duplicate, ...verdicts.rejected]).toHaveLength(events.length);
        accepted += verdicts.accepted.length;
      }),
      { numRuns: 25 },
    );
    expect((await readReport(collector)).events).toBe(accepted);
  }, 30_000);

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
  const [answers, reads] = await Promise.all([
    Promise.all(batches.map((batch) => post(collector, batch))),
    Promise.all(Array.from({ length: 5 }, () => collector.app.inject({ url: "/report/data" }))),
  ]);
  expect([...new Set([...answers.map(({ status }) => status), ...reads.map(({ statusCode }) => statusCode)])]).toEqual([200]);
  expect(answers.flatMap(({ verdicts }) => verdicts.accepted)).toHaveLength(1000);
  expect((await readReport(collector)).events).toBe(1000);
  // On a busy machine the reads, each a dozen queries, take their time.
}, 30_000);

it("asks to come back when events cannot be stored now", async () => {
  const app = fastify();
  const intake = { take: () => Promise.resolve(undefined), stop: () => Promise.resolve() };
  await app.register(publicDoor, {
    meter: createMeter(),
    intake,
    switchFile: () => ({ offers: "on", holdout: 0.5 }),
    origins: [],
    rate: 10,
  });
  const answer = await app.inject({
    method: "POST",
    url: "/v1/events",
    headers: { "content-type": "text/plain" },
    payload: '{"events":[]}',
  });
  expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "10"]);
});

describe("row 140: one client that asks too often", () => {
  const from = async ({ app }: Collector, remoteAddress: string, forwardedFor?: string) => {
    const headers = { "content-type": "text/plain", ...(forwardedFor !== undefined && { "x-forwarded-for": forwardedFor }) };
    return app.inject({ method: "POST", url: "/v1/events", remoteAddress, payload: '{"events":[]}', headers });
  };
  const statusesOf = (answers: readonly { readonly statusCode: number }[]) => answers.map(({ statusCode }) => statusCode);

  it("is told to wait while another is served", async () => {
    const collector = await aCollector({ rate: 50 });
    const lines = await Promise.all(Array.from({ length: 10 }, () => openLine(collector.events)));
    const flood = await Promise.all(
      lines.map(async (line) => {
        const statuses: number[] = [];
        for (let n = 0; n < 100; n++) statuses.push((await line.post('{"events":[]}')).status);
        line.close();
        return statuses;
      }),
    );
    const served = flood.flat().filter((status) => status === 200);
    expect([served.length, flood.flat().filter((status) => status === 429).length]).toEqual([50, 950]);
    expect((await from(collector, "203.0.113.10")).statusCode).toBe(200);
  }, 30_000);

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

  it("is told from others behind a proxy that is believed, and by nobody else's word", async () => {
    const collector = await aCollector({ rate: 1, trustProxy: "10.0.0.5" });
    const asked = [
      await from(collector, "10.0.0.5", "198.51.100.1"),
      await from(collector, "10.0.0.5", "198.51.100.2"),
      // What the client put there itself stands before what the proxy added.
      await from(collector, "10.0.0.5", "198.51.100.9, 198.51.100.1"),
      await from(collector, "203.0.113.9", "198.51.100.3"),
      await from(collector, "203.0.113.9", "198.51.100.4"),
    ];
    expect(statusesOf(asked)).toEqual([200, 200, 429, 200, 429]);
  });

  it("has one allowance for all the addresses of its network", async () => {
    const collector = await aCollector({ rate: 1 });
    const asked = [
      await from(collector, "2001:db8:1:2::1"),
      await from(collector, "2001:db8:1:2::2"),
      await from(collector, "2001:db8:1:3::1"),
    ];
    expect(statusesOf(asked)).toEqual([200, 429, 200]);
  });
});

describe("row 142: forged orders", () => {
  afterEach(() => void vi.useRealTimers());

  it("are limited, and told apart from what the shop confirmed", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOON });
    const data = `${await aFolder()}/events.duckdb`;
    const store = await openDuckdb(data);
    const real = { shop: "demo", order: "hash-of-real", at: NOON, currency: "EUR", net: 1000, refunded: 0, isCancelled: false };
    await store.confirm([real, { ...real, order: "of-later", at: NOON + 86_400_000 }]);
    await store.stop();
    const collector = await aCollector({ data, rate: 6 });
    const statuses: number[] = [];
    for (const id of ["real", ...Array.from({ length: 9 }, (_, n) => `forged${n}`)])
      statuses.push((await post(collector, aBatch([anOrder(id, [], { visit: `visit-of-${id}`, total: 1_000_000 })]))).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429, 429, 429]);
    const { lift } = await readReport(collector);
    expect(lift.measured.orders).toMatchObject({ basis: "confirmed", posted: 6, unverified: 5, recognised: 1 });
    expect(lift.orderDays.map(({ sum }) => sum)).toEqual([1000, 1000]);
  });
});

describe("row 146: a clock that is set back", () => {
  afterEach(() => void vi.useRealTimers());

  it("changes nothing: the order in which events came in counts, and a visit's own numbers", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOON });
    const collector = await aCollector();
    const shown = [anEvent("shown", "e1"), anEvent("seen", "e2")];
    const first = [anEvent("rated", "e3", { seq: 2, answer: "too-dear" }), anOrder("o1", [], { total: 1000 })];
    await post(collector, aBatch([...shown, ...first]));
    vi.setSystemTime(NOON - 3_600_000);
    const again = { ...anOrder("o2", [], { total: 9000 }), order: "hash-of-o1" };
    await post(collector, aBatch([anEvent("rated", "e4", { seq: 3, answer: "does-not-fit" }), again]));
    const { averages, refusals } = await readReport(collector);
    expect(averages).toMatchObject([{ all: { orders: 1, mean: 1000 } }]);
    expect(refusals).toEqual({ "does-not-fit": 1 });
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
