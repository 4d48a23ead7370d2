import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { OfferEvent } from "../../widget/types/event.ts";
import type { ConsentLevel } from "../../widget/types/options.ts";
import type { Sink } from "../../widget/types/sink.ts";
import { createCollector } from "../../widget/browser/events/sinks/collector.ts";
import { createDataLayer } from "../../widget/browser/events/sinks/dataLayer.ts";
import { createDom } from "../../widget/browser/events/sinks/dom.ts";
import { createSinks } from "../../widget/browser/events/sinks/index.ts";
import { anEvent } from "../support/aDelivery.ts";
import { aPage, closePages, openClock, pass } from "../support/aPage.ts";
import { scriptedCollector } from "../support/scriptedCollector.ts";

const sinks: readonly Sink[] = [createCollector({ url: "https://collector.test", shop: "demo" }), createDataLayer(), createDom()];
/** Every type of the catalogue, each once. */
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

/** What the page's dataLayer is told of these, in order. */
const inGa4 = ["view_item_list", "select_item", "add_to_cart", "add_to_cart"];
const happenings = [...types.map((type) => ({ type })), { type: "ordered", order: "0123456789abcdef", currency: "EUR", lines }];
const told = happenings.map(({ type }) => type);
const throws = () => {
  throw new Error("hostile");
};

/** A page that may be measured at this level, everything that happens on it, and what each receiver heard, in the order it came. */
async function happen(level: ConsentLevel, { sinks: own = [], later }: { sinks?: readonly Sink[]; later?: ConsentLevel } = {}) {
  const heard: string[] = [];
  const listener = (event: Event) => heard.push((event as CustomEvent<OfferEvent>).detail.type);
  document.addEventListener("goeswith:event", listener);
  const recording: Sink = { name: "own", send: vi.fn(async () => ({ done: [], rejected: [] })) };
  const page = aPage(undefined, { consent: "required", sinks: [...own, recording] });
  page.consent.set(level);
  const record = () => happenings.forEach((over) => page.record(1, over));
  expect(record).not.toThrow();
  await pass(1000);
  if (later) {
    page.consent.set(later);
    record();
    await pass(1000);
  }
  document.removeEventListener("goeswith:event", listener);
  const { calls } = vi.mocked(recording.send).mock;
  return {
    dom: heard,
    own: calls.map(([[event]]) => event!.type),
    collector: page.collector.hits.flatMap(({ batch: { events } }) => events.map(({ type }) => type)),
    dataLayer: () => (window as unknown as { dataLayer: { event?: string }[] }).dataLayer.flatMap(({ event }) => event ?? []),
  };
}

describe("all receivers at once", () => {
  beforeEach(openClock);
  afterEach(closePages);

  it.each(["measure", "remember"] as const)("C5: at %s each hears every event once, in order", async (level) => {
    vi.stubGlobal("dataLayer", []);
    const { dom, own, collector, dataLayer } = await happen(level);
    expect({ dom, own, collector }).toEqual({ dom: told, own: told, collector: told });
    expect(dataLayer()).toEqual(inGa4);
  });

  it("C5: at none nobody hears anything, and nothing is stored", async () => {
    vi.stubGlobal("dataLayer", []);
    const { dom, own, collector, dataLayer } = await happen("none");
    expect({ dom, own, collector, dataLayer: dataLayer() }).toEqual({ dom: [], own: [], collector: [], dataLayer: [] });
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });

  it("C5: once consent is taken back nobody hears any more; once it is given, what happened before stays unheard", async () => {
    vi.stubGlobal("dataLayer", []);
    const back = await happen("measure", { later: "none" });
    expect([back.dom, back.own, back.collector, back.dataLayer()]).toEqual([told, told, told, inGa4]);
    vi.stubGlobal("dataLayer", []);
    const given = await happen("none", { later: "measure" });
    expect([given.dom, given.own, given.collector, given.dataLayer()]).toEqual([told, told, told, inGa4]);
  });

  const hostile: readonly { readonly what: string; readonly spoilPage?: () => void; readonly sink?: Partial<Sink> }[] = [
    { what: "a dataLayer whose push throws", spoilPage: () => vi.stubGlobal("dataLayer", Object.assign([], { push: throws })) },
    { what: "a dataLayer that cannot be extended", spoilPage: () => vi.stubGlobal("dataLayer", Object.freeze([])) },
    { what: "a dataLayer whose push cannot be read", spoilPage: () => vi.stubGlobal("dataLayer", withGetter([], "push")) },
    { what: "a sink of the shop that throws at the call", sink: { send: throws } },
    { what: "a sink of the shop that answers nothing", sink: { send: (() => undefined) as unknown as Sink["send"] } },
    { what: "a sink of the shop that never answers", sink: { send: () => new Promise(() => {}) } },
    { what: "a sink of the shop that changes what it is given", sink: { send: async ([event]) => spoil(event) } },
    { what: "a durable sink of the shop that throws at the call", sink: { durable: true, send: throws } },
  ];

  it.each(hostile)("$what takes nothing from the others, and the page hears no error", async ({ spoilPage, sink }) => {
    spoilPage?.();
    const { dom, own, collector } = await happen("measure", { sinks: sink ? [{ name: "bad", ...sink } as Sink] : [] });
    expect({ dom, own, collector }).toEqual({ dom: told, own: told, collector: told });
  });

  it("C5: a dataLayer that cannot be read may hold a no: nobody hears anything, and the page hears no error", async () => {
    onTestFinished(() => void Reflect.deleteProperty(window, "dataLayer"));
    withGetter(window, "dataLayer");
    const { dom, own, collector } = await happen("measure");
    expect([dom, own, collector]).toEqual([[], [], []]);
  });

  it("a page that took CustomEvent away keeps the rest going", async () => {
    vi.stubGlobal("dataLayer", []);
    vi.stubGlobal("CustomEvent", throws);
    const { dom, own, collector, dataLayer } = await happen("measure");
    expect([dom, own, collector, dataLayer()]).toEqual([[], told, told, inGa4]);
  });
});

/** With a field that throws whoever reads it. */
const withGetter = <T extends object>(target: T, name: string): T =>
  Object.defineProperty(target, name, { get: throws, configurable: true });

/** Tries to, in every way. */
function spoil(event: OfferEvent | undefined): never {
  Reflect.set(event!, "type", "spoilt");
  Reflect.deleteProperty(event!, "id");
  const list = Reflect.get(event!, "lines") as unknown[] | undefined;
  if (list) Reflect.set(list, "0", undefined);
  throw new Error("hostile");
}
