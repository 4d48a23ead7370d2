import { afterEach, describe, expect, it, vi } from "vitest";
import type { Happening } from "../../../../widget/types/event.ts";
import { createConsent } from "../../../../widget/browser/events/consent.ts";
import { createRecorder } from "../../../../widget/browser/events/recorder.ts";
import { openStore } from "../../../../widget/browser/lib/storage.ts";
import { aHappening } from "../../../support/aDelivery.ts";

const aRecorder = (asked: "required" | "not-needed") => {
  const consent = createConsent({ config: { consent: asked }, store: openStore("local") });
  return { consent, recorder: createRecorder({ consent }) };
};

afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

describe("the recorder", () => {
  it("hands over what waited with the time it happened, then everything new", () => {
    vi.useFakeTimers({ now: 1000 });
    const { recorder } = aRecorder("not-needed");
    recorder.record(aHappening({ type: "shown" }));
    vi.setSystemTime(5000);
    const got: [string, number][] = [];
    const detach = recorder.attach(({ type }, at) => got.push([type, at]));
    recorder.record(aHappening({ type: "seen" }));
    detach();
    recorder.record(aHappening({ type: "opened" }));
    expect(got).toEqual([
      ["shown", 1000],
      ["seen", 5000],
    ]);
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
    expect(delivered.mock.calls.map(([happening]) => (happening as Happening).type)).toEqual(["seen"]);
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
