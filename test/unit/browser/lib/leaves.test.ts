import { afterEach, describe, expect, it, vi } from "vitest";
import { createCell } from "../../../../widget/browser/lib/cell.ts";
import { getJson } from "../../../../widget/browser/lib/getJson.ts";
import { guard, guarded } from "../../../../widget/browser/lib/guard.ts";
import { createId } from "../../../../widget/browser/lib/id.ts";
import { whenIdle } from "../../../../widget/browser/lib/idle.ts";
import { isRecord } from "../../../../widget/browser/lib/isRecord.ts";
import { say } from "../../../../widget/browser/lib/say.ts";
import { PREFIX } from "../../../../widget/browser/lib/prefix.ts";
import { openStore, readStored } from "../../../../widget/browser/lib/storage.ts";
import { safeUrl } from "../../../../widget/browser/lib/url.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("createCell", () => {
  it("tells late listeners the current value and everybody each new one, until they stop", () => {
    const cell = createCell(1);
    const heard: number[] = [];
    const stop = cell.subscribe((value) => heard.push(value));
    cell.set(2);
    cell.set(2);
    stop();
    stop();
    cell.set(3);
    expect(heard).toEqual([1, 2]);
    expect(cell.get()).toBe(3);
  });
});

describe("guard", () => {
  it("swallows and counts what is thrown or rejected", async () => {
    const before = guarded.count;
    guard(() => {
      throw new Error("thrown");
    })();
    guard(() => Promise.reject(new Error("rejected")))();
    await Promise.resolve();
    await Promise.resolve();
    expect(guarded.count).toBe(before + 2);
  });

  it("logs only with debug on", () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const fail = guard(() => {
      throw new Error("x");
    });
    fail();
    expect(warn).not.toHaveBeenCalled();
    guarded.debug = true;
    fail();
    guarded.debug = false;
    expect(warn).toHaveBeenCalledOnce();
  });

  it("row 58: swallows what is rejected on a page that has put something else in the place of Promise", async () => {
    const before = guarded.count;
    const rejected = Promise.reject(new Error("rejected"));
    const run = guard(() => rejected);
    vi.stubGlobal("Promise", undefined);
    run();
    vi.unstubAllGlobals();
    await Promise.resolve();
    expect(guarded.count).toBe(before + 1);
  });
});

describe("say", () => {
  it("says each thing once", () => {
    const info = vi.spyOn(console, "info").mockReturnValue();
    say("the anchor is missing");
    say("the anchor is missing");
    expect(info.mock.calls).toEqual([["goeswith: the anchor is missing"]]);
  });
});

describe("openStore", () => {
  it("keeps strings under our prefix", () => {
    const store = openStore("session");
    store.set("a", "1");
    expect(sessionStorage.getItem(`${PREFIX}a`)).toBe("1");
    expect(store.get("a")).toBe("1");
    store.remove("a");
    expect(store.get("a")).toBeUndefined();
  });

  it("row 36: serves from memory where every getter throws", () => {
    vi.stubGlobal("localStorage", undefined);
    const store = openStore("local");
    store.set("a", "1");
    expect(store.get("a")).toBe("1");
    store.remove("a");
    expect(store.get("a")).toBeUndefined();
  });

  it.each([
    ['{"', undefined],
    ["null", null],
    ["[1,2]", [1, 2]],
  ])("row 40: reads %s without throwing", (text, value) => {
    const store = openStore("session");
    store.set("json", text);
    expect(readStored(store, "json")).toEqual(value);
    expect(readStored(store, "nothing")).toBeUndefined();
  });
});

describe("safeUrl", () => {
  it.each<[string | undefined, string | undefined]>([
    ["/p/2", `${location.origin}/p/2`],
    ["https://cdn.test/a.jpg", "https://cdn.test/a.jpg"],
    ["//evil.test/", `${location.protocol}//evil.test/`],
    ["\\\\evil.test", `${location.protocol}//evil.test/`],
    ["javascript:alert(1)", undefined],
    ["\u0001javascript:alert(1)", undefined],
    ["java\nscript:alert(1)", undefined],
    ["data:text/html,x", undefined],
    ["vbscript:x", undefined],
    ["https://user:pw@shop.test/", undefined],
    ["https://user@shop.test/", undefined],
    ["https://:pw@shop.test/", undefined],
    ["https://shop.test/@lamp?by=@us", "https://shop.test/@lamp?by=@us"],
    ["https://", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("row 98: %j becomes %j", (address, expected) => expect(safeUrl(address)).toBe(expected));
});

describe("createId", () => {
  it("row 31: makes ids that do not repeat, without randomUUID", () => {
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const ids = new Set(Array.from({ length: 100_000 }, createId));
    expect(ids.size).toBe(100_000);
    expect([...ids].every((id) => /^[0-9A-Za-z]{22}$/.test(id))).toBe(true);
  });
});

describe("isRecord", () => {
  it.each([
    [{}, true],
    [[], false],
    [null, false],
    ["x", false],
  ])("%j: %s", (value, expected) => expect(isRecord(value)).toBe(expected));
});

describe("getJson", () => {
  const answer = (body: string, status = 200) =>
    vi.fn(() => Promise.resolve(new Response(body, { status, headers: { "content-type": "text/html" } })));

  it("parses the text whatever its type says", async () => {
    vi.stubGlobal("fetch", answer('{"a":1}'));
    expect(await getJson("/x")).toEqual({ a: 1 });
  });

  it.each([
    ["{}", 500],
    ["<html>", 200],
  ])("rejects %s with status %i", async (body, status) => {
    vi.stubGlobal("fetch", answer(body, status));
    await expect(getJson("/x")).rejects.toThrow();
  });

  it("gives up after ten seconds, and waits as long as the network does where the browser cannot", async () => {
    const fetch = answer("{}");
    vi.stubGlobal("fetch", fetch);
    const over = AbortSignal.abort();
    const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(over);
    await getJson("/x");
    expect(timeout).toHaveBeenCalledWith(10_000);
    expect(fetch).toHaveBeenLastCalledWith("/x", { signal: over });
    vi.stubGlobal("AbortSignal", {});
    await getJson("/x");
    expect(fetch).toHaveBeenLastCalledWith("/x", { signal: null });
  });
});

describe("whenIdle", () => {
  it("row 58: runs after a while where the browser has no idle callback, unless it is stopped", () => {
    vi.useFakeTimers();
    vi.stubGlobal("requestIdleCallback", undefined);
    const run = vi.fn();
    const stop = whenIdle(run);
    stop();
    vi.runAllTimers();
    expect(run).not.toHaveBeenCalled();
    whenIdle(run);
    vi.runAllTimers();
    expect(run).toHaveBeenCalledOnce();
  });

  it("uses the browser's own where there is one", () => {
    const asked: (() => void)[] = [];
    vi.stubGlobal("requestIdleCallback", (run: () => void) => asked.push(run));
    const [run, stopped] = [vi.fn(), vi.fn()];
    whenIdle(run);
    whenIdle(stopped)();
    for (const one of asked) one();
    expect(run).toHaveBeenCalledOnce();
    expect(stopped).not.toHaveBeenCalled();
  });
});
