import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aPage, bytes, closePages, hide, killPage, MINUTE, openClock, pass, QUEUE, stored } from "../../../support/aPage.ts";
import { status } from "../../../support/scriptedCollector.ts";

beforeEach(openClock);
afterEach(closePages);

describe("the queue over page loads", () => {
  it("row 26: of 1500 events offline the four that pay survive, the rest is counted", async () => {
    let isOffline = true;
    const page = aPage((_, batch, store) => (isOffline ? Promise.reject(new TypeError("offline")) : store(batch)));
    page.record(3, { type: "added" });
    page.record(1, { type: "ordered", order: "0123456789abcdef0123456789abcdef", lines: [] });
    page.record(1496);
    await pass(MINUTE);
    expect(stored().events).toHaveLength(500);
    expect(bytes(JSON.stringify(stored().records))).toBeLessThanOrEqual(256 * 1024);
    isOffline = false;
    killPage();
    const next = aPage();
    await pass(MINUTE);
    const types = next.collector.hits.flatMap(({ batch }) => batch.events.map(({ type }) => type));
    expect(types.filter((type) => type !== "seen")).toEqual(["added", "added", "added", "ordered"]);
    expect(types).toHaveLength(500);
    expect(next.collector.dropped).toEqual({ overflow: 1000 });
  });

  it("counts what only the page's memory has room for when the page goes, and takes that back when it returns", async () => {
    const long = "x".repeat(200);
    const page = aPage(() => status(500));
    page.record(400, { product: long, for: long, offer: long, source: long });
    await pass(1000);
    const { length } = stored().events;
    expect(length).toBeLessThan(400);
    expect(bytes(JSON.stringify(stored().records))).toBeLessThanOrEqual(256 * 1024);
    expect(stored().dropped).toEqual({});
    dispatchEvent(new Event("pagehide"));
    await pass(0);
    expect(stored().dropped).toEqual({ overflow: 400 - length });
    dispatchEvent(new Event("pageshow"));
    await pass(0);
    expect(stored().dropped).toEqual({});
    dispatchEvent(new Event("pagehide"));
    await pass(0);
    killPage();
    const next = aPage();
    await pass(MINUTE);
    expect(next.collector.rows).toHaveLength(length);
    expect(next.collector.dropped).toEqual({ overflow: 400 - length });
  });

  it("tells counts only where the answer will be read", async () => {
    localStorage.setItem(`${QUEUE}x`, "broken");
    const page = aPage();
    page.record();
    hide();
    expect(page.collector.hits[0]!.batch.dropped).toEqual({});
    await pass(100);
    page.record();
    await pass(1000);
    expect(page.collector.hits[1]!.batch.dropped).toEqual({ storage_lost: 1 });
  });

  it.each([
    '{"',
    "null",
    "[1,2]",
    '{"v":2,"until":0,"bytes":9,"event":{"id":"x","at":1,"seq":1}}',
    '{"v":1,"until":0,"bytes":9,"event":null}',
    '{"v":1,"until":0,"bytes":9,"event":{"id":7,"at":1,"seq":1}}',
    '{"v":1,"until":"0","bytes":9,"event":{"id":"x","at":1,"seq":1}}',
    '{"v":1,"until":0,"counts":[]}',
    `"${"x".repeat(4_000_000)}"`,
  ])("row 40: a corrupted record is removed and counted", async (text) => {
    localStorage.setItem(`${QUEUE}x`, text);
    const page = aPage();
    page.record();
    await pass(1000);
    expect(page.collector.rows).toHaveLength(1);
    expect(page.collector.dropped).toEqual({ storage_lost: 1 });
    expect(localStorage.getItem(`${QUEUE}x`)).toBeNull();
  });

  it("row 41: what another version of ours kept is sent, and two of them on one page lose and double nothing", async () => {
    const old = aPage(() => status(503));
    old.record(5);
    await pass(1000);
    killPage();
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(QUEUE))) {
      const kept = JSON.parse(localStorage.getItem(key)!) as { readonly event?: object };
      localStorage.setItem(
        key,
        JSON.stringify({ ...kept, later: 2, ...(kept.event && { event: { ...kept.event, version: "2.0.0", more: [1] } }) }),
      );
    }
    const [one, other] = [aPage(), aPage()];
    one.record(2);
    other.record(3);
    await pass(10 * MINUTE);
    expect(other.collector.rows).toHaveLength(10);
    expect(stored().records.filter(({ event, counts }) => event ?? counts)).toEqual([]);
    expect(other.collector.dropped).toEqual({});
  });

  it("row 44: what is older than a week is counted, not sent", async () => {
    const page = aPage(() => status(500));
    page.record(2);
    await pass(1000);
    killPage();
    vi.setSystemTime(Date.now() + 8 * 24 * 60 * MINUTE);
    const next = aPage();
    next.record();
    await pass(1000);
    expect(next.collector.hits.flatMap(({ batch }) => batch.events)).toHaveLength(1);
    expect(next.collector.dropped).toEqual({ expired: 2 });
  });

  it("row 45: every key has our prefix, and nothing is left after stop but the shopper's own answer", async () => {
    const page = aPage(() => status(500));
    page.consent.set("remember");
    page.record(600, { product: "x".repeat(200), for: "ä".repeat(200), offer: "x".repeat(200) });
    await pass(2000);
    const keys = [...Object.keys(sessionStorage), ...Object.keys(localStorage)];
    expect(keys.filter((key) => !key.startsWith("goeswith."))).toEqual([]);
    expect(bytes(keys.map((key) => sessionStorage.getItem(key) ?? localStorage.getItem(key)).join(""))).toBeLessThanOrEqual(256 * 1024);
    page.delivery.stop();
    page.delivery.stop();
    page.visit.stop();
    await pass(MINUTE);
    expect(sessionStorage.length).toBe(0);
    expect(Object.keys(localStorage)).toEqual(["goeswith.consent"]);
  });

  it("stops: sends once more, then neither hears nor sends anything", async () => {
    const page = aPage();
    page.record();
    page.delivery.stop();
    page.stop();
    page.record();
    hide();
    await pass(MINUTE);
    expect(page.collector.rows).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
