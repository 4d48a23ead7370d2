import { afterEach, describe, expect, it, vi } from "vitest";
import type { OfferEvent } from "../../../../widget/types/event.ts";
import type { Stop } from "../../../../widget/types/platform.ts";
import { createConsent } from "../../../../widget/browser/events/consent.ts";
import { createMaker } from "../../../../widget/browser/events/createMaker.ts";
import { createRecorder } from "../../../../widget/browser/events/recorder.ts";
import { readVisit } from "../../../../widget/browser/events/visit.ts";
import { openStore } from "../../../../widget/browser/lib/storage.ts";
import { aHappening } from "../../../support/aDelivery.ts";

const stops: Stop[] = [];
const aRecorder = (asked: "required" | "not-needed") => {
  const [store, lasting] = [openStore("session"), openStore("local")];
  const consent = createConsent({ config: { consent: asked }, store: lasting });
  stops.push(consent.stop);
  const make = createMaker({ visit: readVisit({ consent, store, lasting }), version: "1" });
  return { consent, recorder: createRecorder({ consent, store, make }) };
};

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.useRealTimers();
  localStorage.clear();
  sessionStorage.clear();
});

describe("the recorder", () => {
  it("hands over what waited with the time it happened, then everything new", () => {
    vi.useFakeTimers({ now: 1000 });
    const { recorder } = aRecorder("not-needed");
    recorder.record(aHappening({ type: "shown" }));
    vi.setSystemTime(5000);
    const got: [string, number, number][] = [];
    const detach = recorder.attach(({ type, at, seq }) => void got.push([type, at, seq]));
    recorder.record(aHappening({ type: "seen" }));
    detach();
    recorder.record(aHappening({ type: "opened" }));
    expect(got).toEqual([
      ["shown", 1000, 1],
      ["seen", 5000, 2],
    ]);
  });

  it("hands over nothing that could be changed, what an earlier page of the tab left included", () => {
    const lines = [{ product: "case", quantity: 1 }];
    const order = { type: "ordered", order: "0123456789abcdef0123456789abcdef", currency: "EUR", lines };
    const { recorder } = aRecorder("not-needed");
    recorder.record(aHappening(order));
    recorder.leave();
    const next = aRecorder("not-needed").recorder;
    next.record(aHappening(order));
    const got: OfferEvent[] = [];
    next.attach((event) => void got.push(event));
    expect(got).toHaveLength(2);
    for (const event of got as Extract<OfferEvent, { type: "ordered" }>[])
      expect([event, event.lines, event.lines[0]].every(Object.isFrozen)).toBe(true);
  });

  it("row 112: what happened without consent is told to listeners and never delivered", () => {
    const { consent, recorder } = aRecorder("required");
    const heard = vi.fn();
    const delivered = vi.fn();
    recorder.on(heard);
    recorder.record(aHappening({ type: "shown" }));
    consent.set("measure");
    recorder.record(aHappening({ type: "seen" }));
    recorder.attach(delivered);
    expect(heard).toHaveBeenCalledTimes(2);
    expect(delivered.mock.calls.map(([event]) => (event as OfferEvent).type)).toEqual(["seen"]);
  });

  it("row 113: forgets what waits when consent is withdrawn, also when it comes back", () => {
    const { consent, recorder } = aRecorder("not-needed");
    const delivered = vi.fn();
    recorder.record(aHappening());
    consent.set("none");
    consent.set("measure");
    recorder.attach(delivered);
    expect(delivered).not.toHaveBeenCalled();
  });

  it("keeps what waits for the tab's next page, which hands it over as it was", () => {
    const { recorder } = aRecorder("not-needed");
    recorder.record({ type: "eligible" });
    const [kept] = recorder.leave();
    const next = aRecorder("not-needed");
    const delivered = vi.fn();
    next.recorder.attach(delivered);
    expect(delivered.mock.calls).toEqual([[kept]]);
    expect(sessionStorage.getItem("goeswith.waiting")).toBeNull();
  });

  it("row 111: keeps nothing without consent", () => {
    const { recorder } = aRecorder("required");
    recorder.record({ type: "eligible" });
    expect(recorder.leave()).toEqual([]);
    expect(sessionStorage.length).toBe(0);
  });

  it.each(['{"', "null", "[1,2]", '{"id":"a"}', '[{"id":1},null]'])("row 40: what was kept is %s: nothing", (text) => {
    sessionStorage.setItem("goeswith.waiting", text);
    const delivered = vi.fn();
    aRecorder("not-needed").recorder.attach(delivered);
    expect(delivered).not.toHaveBeenCalled();
  });

  it("goes on when a listener or the delivery throws, and gives no listener the event itself", () => {
    const { recorder } = aRecorder("not-needed");
    const heard = vi.fn();
    recorder.attach(() => {
      throw new Error("broken");
    });
    recorder.on((happening) => {
      (happening as { type: string }).type = "spoiled";
      throw new Error("broken");
    });
    const stop = recorder.on(heard);
    recorder.record(aHappening());
    stop();
    recorder.record(aHappening());
    expect(heard.mock.calls).toEqual([[aHappening()]]);
  });
});
