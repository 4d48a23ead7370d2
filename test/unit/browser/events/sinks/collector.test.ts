import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCollector } from "../../../../../widget/browser/events/sinks/collector.ts";
import { anEvent } from "../../../../support/aDelivery.ts";
import { type Reply, scriptedCollector, status } from "../../../../support/scriptedCollector.ts";

const now = Date.UTC(2026, 5, 1);
const sink = createCollector({ url: "https://collector.test/v1/events", shop: "demo" });
const batch = [anEvent({ id: "a" }), anEvent({ id: "b" })];
const answerTo = (reply: Reply) => {
  const collector = scriptedCollector(reply);
  vi.stubGlobal("fetch", collector.fetch);
  return sink.send(batch, { leaving: false });
};

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("the collector", () => {
  it("row 8: is sent plain text, so that no preflight goes out, by a request that outlives the page", async () => {
    const collector = scriptedCollector();
    vi.stubGlobal("fetch", collector.fetch);
    await sink.send(batch, { leaving: true, dropped: { overflow: 2 }, attempt: 2 });
    const [hit] = collector.hits;
    expect(hit!.url).toBe("https://collector.test/v1/events");
    expect(hit!.init).toMatchObject({ method: "POST", headers: { "content-type": "text/plain" }, keepalive: true, credentials: "omit" });
    expect(Object.keys(hit!.init.headers!)).toHaveLength(1);
    expect(hit!.batch).toEqual({ shop: "demo", sentAt: now, attempt: 2, dropped: { overflow: 2 }, events: batch });
  });

  it("row 16: takes duplicates for stored", async () => {
    const verdicts = { accepted: ["a"], duplicate: ["b"], rejected: [] };
    expect(await answerTo(() => new Response(JSON.stringify(verdicts)))).toEqual({ done: ["a", "b"], rejected: [] });
  });

  it.each([
    ["120", 120_000],
    ["0", 1000],
    ["-5", 1000],
    ["1e9", 300_000],
    ["abc", 60_000],
    [new Date(now + 90_000).toUTCString(), 90_000],
    [new Date(now - 90_000).toUTCString(), 1000],
    [new Date(now + 3600_000).toUTCString(), 300_000],
    [undefined, 60_000],
  ])("row 10: Retry-After %s is %d ms", async (header, retryAfter) => {
    expect(await answerTo(() => status(429, header === undefined ? {} : { "retry-after": header }))).toEqual({
      done: [],
      rejected: [],
      retryAfter,
    });
  });

  it("obeys a 503 that says when, and leaves the pause to others where it does not", async () => {
    expect(await answerTo(() => status(503, { "retry-after": "7" }))).toMatchObject({ retryAfter: 7000 });
    expect(await answerTo(() => status(503))).toEqual({ done: [], rejected: [] });
    expect(await answerTo(() => status(500))).toEqual({ done: [], rejected: [] });
  });

  it("gives a batch up that cannot be read", async () => {
    const rejected = ["a", "b"].map((id) => ({ id, reason: "invalid" }));
    expect(await answerTo(() => status(400))).toEqual({ done: [], rejected });
  });

  it.each([302, 401, 403, 404, 405, 408])("keeps all on %d, which says nothing of the events", async (code) => {
    expect(await answerTo(() => status(code))).toEqual({ done: [], rejected: [] });
  });

  it("row 14: splits on 413 down to the one that is too large, and tells dropped counts once", async () => {
    const told: unknown[] = [];
    const collector = scriptedCollector((_, { events, dropped }, store) => {
      if (events.length > 1) return status(413);
      told.push(dropped);
      return events[0]!.id === "a" ? status(413) : store({ shop: "demo", sentAt: 0, attempt: 0, dropped, events });
    });
    vi.stubGlobal("fetch", collector.fetch);
    const result = await sink.send([...batch, anEvent({ id: "c" })], { leaving: false, dropped: { expired: 1 } });
    expect(result).toEqual({ done: ["b", "c"], rejected: [{ id: "a", reason: "too_large" }] });
    expect(told).toEqual([{ expired: 1 }, { expired: 1 }, {}]);
    expect(collector.dropped).toEqual({ expired: 1 });
  });

  it.each([
    ["a web page", "<html>Welcome to our hotel</html>"],
    ["other JSON", '{"ok":true}'],
    ["a broken list", '{"accepted":[],"duplicate":[],"rejected":[null]}'],
  ])("rejects where 200 says %s: that is no verdict", async (_, text) => {
    await expect(answerTo(() => new Response(text))).rejects.toThrow();
  });

  it("row 20: does not follow a redirect, and takes it for no answer", async () => {
    const collector = scriptedCollector(() => Promise.reject(new TypeError("redirected")));
    vi.stubGlobal("fetch", collector.fetch);
    await expect(sink.send(batch, { leaving: false })).rejects.toThrow();
    expect(collector.hits[0]!.init.redirect).toBe("error");
  });

  it("row 17: gives up after ten seconds", async () => {
    const giveUp = new AbortController();
    const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(giveUp.signal);
    vi.stubGlobal(
      "fetch",
      (_: string, { signal }: RequestInit) =>
        new Promise((__, fail) => signal!.addEventListener("abort", () => fail(new Error("aborted")))),
    );
    const answer = sink.send(batch, { leaving: false });
    giveUp.abort();
    await expect(answer).rejects.toThrow("aborted");
    expect(timeout).toHaveBeenCalledExactlyOnceWith(10_000);
  });

  it.each([
    ["is missing", undefined],
    [
      "throws",
      () => {
        throw new Error("taken");
      },
    ],
  ])("rows 3 and 57: a beacon goes out where fetch %s, without a verdict", async (_, broken) => {
    const sendBeacon = vi.fn(() => true);
    vi.stubGlobal("navigator", { sendBeacon });
    vi.stubGlobal("fetch", broken);
    await expect(sink.send(batch, { leaving: true })).rejects.toThrow();
    const [address, body] = sendBeacon.mock.calls[0] as unknown as [string, string];
    expect(address).toBe("https://collector.test/v1/events");
    expect(JSON.parse(body)).toMatchObject({ events: batch });
  });
});
