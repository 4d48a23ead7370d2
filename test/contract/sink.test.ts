import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OfferEvent } from "../../widget/types/event.ts";
import type { Sink } from "../../widget/types/sink.ts";
import { createCollector } from "../../widget/browser/events/sinks/collector.ts";
import { createDataLayer } from "../../widget/browser/events/sinks/dataLayer.ts";
import { createDom } from "../../widget/browser/events/sinks/dom.ts";
import { createSinks } from "../../widget/browser/events/sinks/index.ts";
import { anEvent } from "../support/aDelivery.ts";
import { scriptedCollector } from "../support/scriptedCollector.ts";

const sinks: readonly Sink[] = [createCollector({ url: "https://collector.test", shop: "demo" }), createDataLayer(), createDom()];
const types = ["eligible", "shown", "seen", "opened", "added", "swapped", "failed", "dismissed", "rated", "undone"];
const lines = Object.freeze([Object.freeze({ product: "case", quantity: 1 })]);
const batch: readonly OfferEvent[] = Object.freeze([
  ...types.map((type, index) => Object.freeze(anEvent({ id: `e${index}`, type }))),
  Object.freeze(anEvent({ id: "order", type: "ordered", order: "hash", lines })),
]);
const ids = batch.map(({ id }) => id);

beforeEach(() => {
  vi.stubGlobal("fetch", scriptedCollector().fetch);
  vi.stubGlobal("dataLayer", []);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("every registered sink is held to the contract", () => {
  const registered = createSinks({ shop: "demo", dataLayer: true, report: { url: "https://collector.test" } });
  expect(registered.map(({ name }) => name)).toEqual(sinks.map(({ name }) => name));
});

describe.each(sinks)("the sink $name", (sink) => {
  it.each([true, false])("gives a verdict on every frozen event and edits none (leaving: %s)", async (leaving) => {
    const before = JSON.stringify(batch);
    const { done, rejected } = await sink.send(batch, { leaving, dropped: Object.freeze({ overflow: 1 }) });
    expect([...done, ...rejected.map(({ id }) => id)].sort()).toEqual([...ids].sort());
    expect(JSON.stringify(batch)).toBe(before);
  });

  it("takes an empty batch", async () => {
    expect(await sink.send([], { leaving: false })).toEqual({ done: [], rejected: [] });
  });

  it("never throws at the call, whatever the page has broken", async () => {
    const broken = () => {
      throw new Error("broken");
    };
    vi.stubGlobal("fetch", broken);
    vi.stubGlobal("navigator", { sendBeacon: broken });
    vi.stubGlobal("CustomEvent", broken);
    vi.stubGlobal("dataLayer", Object.assign([], { push: broken }));
    let answer: Promise<unknown> | undefined;
    expect(() => (answer = sink.send(batch, { leaving: true }))).not.toThrow();
    await expect(answer).rejects.toThrow();
  });
});
