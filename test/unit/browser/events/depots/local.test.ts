import { afterEach, describe, expect, it, vi } from "vitest";
import { openLocal, pickUp, setDown } from "../../../../../widget/browser/events/depots/local.ts";
import type { Record } from "../../../../../widget/browser/events/depots/depot.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe("localStorage as a depot", () => {
  it("has a key for each record, and shows those of one queue", async () => {
    const depot = (await openLocal(() => {}))!;
    await depot.put([{ id: "collector.a" }, { id: "collector.b" }, { id: "own.a" }]);
    localStorage.setItem("cart", "the shop's own");
    await depot.change("collector.", (records) => {
      expect(records.map(({ id }) => id).sort()).toEqual(["collector.a", "collector.b"]);
      return { put: [{ id: "collector.c" }], remove: ["collector.a"] };
    });
    expect(Object.keys(localStorage).sort()).toEqual([
      "cart",
      "goeswith.queue.collector.b",
      "goeswith.queue.collector.c",
      "goeswith.queue.own.a",
    ]);
  });

  it.each(['{"', "null", "[1]", "7", '{"id":"other"}'])("row 40: gives %s the id of its key and nothing more", async (text) => {
    const depot = (await openLocal(() => {}))!;
    localStorage.setItem("goeswith.queue.collector.x", text);
    let found: readonly Record[] = [];
    await depot.change("collector.", (records) => ((found = records), { put: [], remove: [] }));
    expect(found).toEqual([{ id: "collector.x" }]);
  });

  it("row 36: is none where storage is blocked or full", async () => {
    vi.stubGlobal("localStorage", {
      setItem: () => {
        throw new Error("full");
      },
    });
    await expect(openLocal(() => {})).rejects.toThrow("full");
  });
});

describe("what is set down on the way out", () => {
  it("is picked up by a depot that lasts", async () => {
    setDown([{ id: "collector.a" }, { id: "collector.b" }]);
    const put = vi.fn(async () => {});
    await pickUp({ put, change: async () => {}, stop() {} });
    expect(put.mock.calls).toEqual([[[{ id: "collector.a" }, { id: "collector.b" }]]]);
    expect(localStorage.length).toBe(0);
  });

  it("stays where it is when that depot refuses", async () => {
    setDown([{ id: "collector.a" }]);
    const put = () => Promise.reject(new Error("quota"));
    await expect(pickUp({ put, change: async () => {}, stop() {} })).rejects.toThrow("quota");
    expect(localStorage.length).toBe(1);
  });

  it("row 38: takes little room, and none that is not there", () => {
    setDown(Array.from({ length: 50 }, (_, index) => ({ id: `collector.${index}`, text: "x".repeat(500) })));
    expect(JSON.stringify(localStorage).length).toBeLessThan(10 * 1024);
    vi.stubGlobal("localStorage", {
      setItem: () => {
        throw new Error("full");
      },
    });
    expect(() => setDown([{ id: "collector.x" }])).not.toThrow();
  });
});
