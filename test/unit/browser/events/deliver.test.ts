import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OfferEvent } from "../../../../widget/types/event.ts";
import { aHappening } from "../../../support/aDelivery.ts";
import { aPage, closePages, hide, MINUTE, openClock, pass, stored } from "../../../support/aPage.ts";
import { status } from "../../../support/scriptedCollector.ts";

beforeEach(openClock);
afterEach(closePages);

describe("making events", () => {
  it("fills in who, when, where, and sends soon enough for a report that is watched", async () => {
    const page = aPage();
    page.visit.keep({ arm: "holdout" });
    page.record();
    page.record(1, { type: "added" });
    await pass(2000);
    const [hit] = page.collector.hits;
    const [first, second] = hit!.batch.events;
    const facts = { at: Date.UTC(2026, 5, 1), visit: page.visit.id, arm: "holdout", version: "1.0.0", build: "b1" };
    expect(hit!.batch).toMatchObject({ shop: "demo", dropped: {} });
    expect(first).toEqual({
      ...aHappening(),
      ...facts,
      seq: 1,
      id: expect.stringMatching(/^\w{22}$/),
      view: expect.stringMatching(/^\w{22}$/),
    });
    expect(second).toMatchObject({ type: "added", seq: 2, view: first!.view });
    expect(page.collector.hits).toHaveLength(1);
    expect(stored().events).toEqual([]);
  });

  it("gives a placed order the same id on every page and in every tab", async () => {
    const order = { type: "ordered", order: "0123456789abcdef0123456789abcdef", currency: "EUR", lines: [] };
    const page = aPage();
    page.record(2, order);
    await pass(1000);
    page.record(1, order);
    await pass(1000);
    expect(page.collector.rows).toEqual(["0123456789abcdef012345"]);
  });

  it("hands each event once to every other sink, also where the collector fails", async () => {
    const send = vi.fn(async (_: readonly OfferEvent[]) => {
      throw new Error("broken");
    });
    const heard = vi.fn();
    document.addEventListener("goeswith:event", heard);
    vi.stubGlobal("dataLayer", []);
    const page = aPage(() => status(500), { sinks: [{ name: "own", send }] });
    page.record(3);
    await pass(MINUTE);
    document.removeEventListener("goeswith:event", heard);
    expect(send.mock.calls.map(([batch]) => batch[0]!.seq)).toEqual([1, 2, 3]);
    expect(heard).toHaveBeenCalledTimes(3);
    expect((window as unknown as { dataLayer: unknown[] }).dataLayer).toHaveLength(9);
  });

  it("sends an event that a listener of the shop leaves the page at", async () => {
    const leave = () => dispatchEvent(new Event("pagehide"));
    document.addEventListener("goeswith:event", leave, { once: true });
    const page = aPage();
    page.record(1, { type: "added" });
    await pass(0);
    expect(page.collector.hits.map(({ batch }) => batch.events.map(({ type }) => type))).toEqual([["added"]]);
  });

  it("works without a collector, with nothing stored", async () => {
    const page = aPage(undefined, { report: false });
    page.record();
    await pass(MINUTE);
    expect(page.collector.hits).toHaveLength(0);
    expect(stored().events).toEqual([]);
  });

  it("row 36: delivers from memory where storage is blocked", async () => {
    const denied = vi.fn(() => {
      throw new Error("denied");
    });
    vi.stubGlobal("sessionStorage", new Proxy({}, { get: denied }));
    vi.stubGlobal("localStorage", new Proxy({}, { get: denied }));
    const page = aPage();
    page.record(3);
    await pass(1000);
    expect(denied).toHaveBeenCalled();
    expect(page.collector.rows).toHaveLength(3);
  });
});

describe("hostile pages", () => {
  it("row 55: the collector receives arrays as arrays on a page with prototype.js", async () => {
    const page = aPage();
    const spoilt = Array.prototype as { toJSON?: unknown };
    spoilt.toJSON = () => "[spoilt]";
    page.record(1, { type: "ordered", order: "0123456789abcdef0123456789abcdef", lines: [{ product: "p", quantity: 1 }] });
    await pass(1000);
    delete spoilt.toJSON;
    expect(page.collector.hits[0]!.batch.events).toMatchObject([{ lines: [{ product: "p", quantity: 1 }] }]);
  });
});

describe("consent", () => {
  it("row 111: without it nothing is stored and nothing sent", async () => {
    const write = vi.fn();
    const storage = { getItem: () => null, setItem: write, removeItem: () => {} };
    vi.stubGlobal("sessionStorage", storage);
    vi.stubGlobal("localStorage", storage);
    const page = aPage(undefined, { consent: "required" });
    page.record(3);
    hide();
    dispatchEvent(new Event("pagehide"));
    await pass(10 * MINUTE);
    expect(write).not.toHaveBeenCalled();
    expect(page.collector.hits).toHaveLength(0);
    page.consent.set("measure");
    expect(write).toHaveBeenCalled();
  });

  it("row 112: given later, only later events are sent", async () => {
    const page = aPage(undefined, { consent: "required" });
    page.record(3, { type: "shown" });
    page.consent.set("measure");
    page.record(1, { type: "added" });
    await pass(MINUTE);
    expect(page.collector.hits.flatMap(({ batch }) => batch.events)).toMatchObject([{ type: "added", seq: 1 }]);
    expect(page.collector.dropped).toEqual({});
  });

  it("row 113: withdrawn in another tab, the storage is empty within a second and nothing more is sent", async () => {
    const page = aPage(() => status(500));
    page.consent.set("remember");
    page.record(3);
    await pass(350);
    expect(page.collector.hits).toHaveLength(1);
    localStorage.setItem("goeswith.consent", "none");
    dispatchEvent(new Event("storage"));
    await pass(0);
    expect(sessionStorage.length).toBe(0);
    expect(Object.keys(localStorage)).toEqual(["goeswith.consent"]);
    page.record();
    hide();
    dispatchEvent(new Event("pagehide"));
    await pass(10 * MINUTE);
    expect(page.collector.hits).toHaveLength(1);
    expect(sessionStorage.length).toBe(0);
    expect(Object.keys(localStorage)).toEqual(["goeswith.consent"]);
  });

  it("row 114: Global Privacy Control is a no, whatever was said", async () => {
    vi.stubGlobal("navigator", { globalPrivacyControl: true });
    const page = aPage();
    page.consent.set("remember");
    page.record(3);
    hide();
    await pass(MINUTE);
    expect(page.collector.hits).toHaveLength(0);
    expect(localStorage.length + sessionStorage.length).toBe(0);
  });
});
