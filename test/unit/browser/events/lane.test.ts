import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aPage, bytes, closePages, hide, killPage, MINUTE, openClock, pass, stored } from "../../../support/aPage.ts";
import { status } from "../../../support/scriptedCollector.ts";

beforeEach(openClock);
afterEach(closePages);

describe("batches", () => {
  it("goes out at once when asked to", async () => {
    const page = aPage();
    page.record(2);
    page.delivery.flush();
    await pass(10);
    expect(page.collector.hits).toHaveLength(1);
  });

  it("counts the one event that would fill more than a request", async () => {
    const page = aPage();
    const line = { product: "ä".repeat(200), quantity: 1 };
    page.record(1, { type: "ordered", order: "0123456789abcdef0123456789abcdef", lines: Array.from({ length: 100 }, () => line) });
    page.record();
    await pass(1000);
    expect(page.collector.rows).toHaveLength(1);
    expect(page.collector.dropped).toEqual({ too_large: 1 });
  });

  it("row 2: 400 events of about 1 KB in one tick go out in requests of at most 16 KiB, each once", async () => {
    let flying = 0;
    let most = 0;
    const page = aPage(async (_, batch, store) => {
      most = Math.max(most, ++flying);
      await new Promise((resume) => setTimeout(resume, 50));
      flying--;
      return store(batch);
    });
    const long = "x".repeat(200);
    page.record(400, { product: long, for: long, offer: long, source: long });
    dispatchEvent(new Event("pagehide"));
    expect(page.collector.hits.reduce((sum, { body }) => sum + bytes(body), 0)).toBeLessThanOrEqual(60_000);
    await pass(10 * MINUTE);
    expect(Math.max(...page.collector.hits.map(({ body }) => bytes(body)))).toBeLessThanOrEqual(16 * 1024);
    expect(most).toBeLessThan(15);
    expect(page.collector.rows).toHaveLength(400);
    expect(page.collector.hits.flatMap(({ batch }) => batch.events)).toHaveLength(400);
  });

  it("row 50: hiding and leaving send each event in one request", async () => {
    const page = aPage(() => new Promise(() => {}));
    page.record(5);
    hide();
    dispatchEvent(new Event("pagehide"));
    await pass(5000);
    expect(page.collector.hits.flatMap(({ batch }) => batch.events)).toHaveLength(5);
  });

  it("row 50: also where the request of the hidden page fails before the page is left", async () => {
    const page = aPage(() => Promise.reject(new TypeError("offline")));
    page.record(5);
    hide();
    await pass(100);
    dispatchEvent(new Event("pagehide"));
    await pass(100);
    expect(page.collector.hits).toHaveLength(1);
    expect(stored().events).toHaveLength(5);
  });

  it("row 23: an event that was sent when the page was hidden is not sent again by the timer", async () => {
    const page = aPage();
    page.record(3);
    hide();
    await pass(MINUTE);
    expect(page.collector.hits).toHaveLength(1);
    page.record();
    await pass(MINUTE);
    expect(page.collector.hits.flatMap(({ batch }) => batch.events.map(({ seq }) => seq))).toEqual([1, 2, 3, 4]);
  });
});

describe("failures", () => {
  it("row 3: what a beacon cannot bring is sent by the next page", async () => {
    for (const sendBeacon of [
      () => false,
      undefined,
      vi.fn(() => {
        throw new Error("no");
      }),
    ]) {
      vi.stubGlobal("navigator", { sendBeacon });
      const page = aPage();
      vi.stubGlobal("fetch", undefined);
      page.record(2);
      hide();
      dispatchEvent(new Event("pagehide"));
      await pass(100);
      expect(stored().events).toHaveLength(2);
      killPage();
      const next = aPage();
      await pass(1000);
      expect(next.collector.rows).toHaveLength(2);
    }
  });

  it("row 9: a 429 is obeyed, also when leaving and on the next page, then all goes on in order", async () => {
    const page = aPage((n, batch, store) => (n ? store(batch) : status(429, { "retry-after": "120" })));
    page.record(2);
    await pass(1000);
    page.record(1);
    hide();
    await pass(60_000);
    expect(page.collector.hits).toHaveLength(1);
    killPage();
    const next = aPage();
    next.record();
    await pass(58_000);
    expect(next.collector.hits).toHaveLength(0);
    await pass(40_000);
    expect(next.collector.hits[0]!.batch.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it("row 11: three times 503, then 200: growing gaps, one row per id", async () => {
    const page = aPage((n, batch, store) => (n < 3 ? status(503) : store(batch)));
    page.record(3);
    await pass(5 * MINUTE);
    const times = page.collector.hits.map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - times[index]!);
    expect(gaps).toEqual([1000, 2000, 4000]);
    expect(page.collector.rows).toHaveLength(3);
  });

  it("spreads retries over a quarter to either side", async () => {
    for (const [drawn, gap] of [
      [0, 750],
      [0.999999, 1250],
    ] as const) {
      vi.spyOn(Math, "random").mockReturnValue(drawn);
      const page = aPage((n, batch, store) => (n ? store(batch) : status(500)));
      page.record();
      await pass(MINUTE);
      const [first, second] = page.collector.hits;
      expect(second!.at - first!.at).toBeCloseTo(gap, -1);
    }
  });

  it("row 12: 500 for ever is tried ten times a page, and again on the next, and nothing grows meanwhile", async () => {
    const page = aPage(() => status(500));
    page.record(600);
    await pass(MINUTE);
    const { length } = JSON.stringify(stored().records);
    await pass(60 * MINUTE);
    expect(page.collector.hits).toHaveLength(10);
    expect(JSON.stringify(stored().records).length).toBeLessThanOrEqual(length);
    killPage();
    const next = aPage();
    await pass(10 * MINUTE);
    expect(next.collector.rows).toHaveLength(500);
  });

  it("row 27: a dead network that calls itself online is asked three times a page, however much happens", async () => {
    const page = aPage(() => Promise.reject(new TypeError("dead")));
    expect(navigator.onLine).toBe(true);
    for (let seconds = 600; seconds--; await pass(1000)) page.record();
    expect(page.collector.hits).toHaveLength(3);
    dispatchEvent(new Event("online"));
    await pass(10 * MINUTE);
    expect(page.collector.hits.length).toBeLessThanOrEqual(6);
    expect(stored().events).toHaveLength(500);
  });

  it("rows 5 and 6: a blocked collector is tried three times, and once more when the page leaves", async () => {
    const page = aPage(() => Promise.reject(new TypeError("blocked")));
    page.record(400);
    await pass(60 * MINUTE);
    expect(page.collector.hits).toHaveLength(3);
    for (let times = 3; times--; await pass(10 * MINUTE)) hide();
    expect(page.collector.hits).toHaveLength(4);
    expect(stored().events).toHaveLength(400);
  });

  it("does not try earlier because more happens", async () => {
    const page = aPage((n, batch, store) => (n ? store(batch) : new Promise((resume) => setTimeout(() => resume(status(500)), 200))));
    page.record();
    await pass(400);
    page.record();
    await pass(1000);
    expect(page.collector.hits).toHaveLength(1);
    await pass(1000);
    expect(page.collector.rows).toHaveLength(2);
  });

  it("row 13: a rejected event is counted, told with the next batch and never sent again", async () => {
    const page = aPage((n, batch, store) => {
      if (n) return store(batch);
      const [bad, ...good] = batch.events.map(({ id }) => id);
      return new Response(JSON.stringify({ accepted: good, duplicate: [], rejected: [{ id: bad, reason: "no such type" }] }));
    });
    page.record(10);
    await pass(1000);
    expect(stored().dropped).toEqual({ invalid: 1 });
    page.record();
    await pass(1000);
    expect(page.collector.rows).toHaveLength(1);
    expect(page.collector.dropped).toEqual({ invalid: 1 });
    page.record();
    await pass(1000);
    expect(page.collector.dropped).toEqual({ invalid: 1 });
  });

  it("row 14: a 413 splits the batch; the one that is too large is counted, the others flow", async () => {
    const page = aPage((_, batch, store) => (batch.events.some(({ seq }) => seq === 3) ? status(413) : store(batch)));
    page.record(6);
    await pass(1000);
    expect(page.collector.rows).toHaveLength(5);
    page.record();
    await pass(1000);
    expect(page.collector.dropped).toEqual({ too_large: 1 });
  });

  it("row 16: committed but the answer lost: sent again, one row per id", async () => {
    const page = aPage((n, batch, store) => {
      const answer = store(batch);
      if (!n) throw new TypeError("socket closed");
      return answer;
    });
    page.record(4);
    await pass(MINUTE);
    expect(page.collector.hits).toHaveLength(2);
    expect(page.collector.rows).toHaveLength(4);
    expect(stored().events).toEqual([]);
  });
});
