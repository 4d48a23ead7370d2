import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { wrapRequests } from "../../../../../widget/browser/platforms/shop/wrapRequests.ts";

const isCart = (address: string) => address.includes("/cart/");
const real = vi.fn<typeof fetch>();
const heard = vi.fn<() => void>();
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

beforeEach(() => {
  real.mockReset().mockImplementation(async () => new Response("{}"));
  heard.mockReset();
  vi.stubGlobal("fetch", real);
});
afterEach(() => vi.unstubAllGlobals());

describe("wrapped requests", () => {
  it("tell when a fetch to the cart has been answered, however the address is given", async () => {
    const stop = wrapRequests(isCart, heard);
    for (const input of ["/cart/add", new URL("/cart/add", location.href), new Request(new URL("/cart/add", location.href))])
      await fetch(input);
    await fetch("/search");
    await settle();
    expect(heard).toHaveBeenCalledTimes(3);
    stop();
    await fetch("/cart/add");
    await settle();
    expect([heard.mock.calls.length, window.fetch]).toEqual([3, real]);
  });

  it("hand the page what its own fetch gives, and ask it as the page did", async () => {
    const stop = wrapRequests(isCart, heard);
    const answer = Promise.resolve(new Response("{}"));
    real.mockReturnValueOnce(answer);
    const init = { method: "POST" };
    expect(window.fetch("/cart/add", init)).toBe(answer);
    expect(real).toHaveBeenLastCalledWith("/cart/add", init);
    stop();
  });

  it("row 57: let a fetch that throws, rejects or returns nothing do so", async () => {
    const stop = wrapRequests(isCart, heard);
    real.mockImplementationOnce(() => {
      throw new Error("no fetch here");
    });
    expect(() => window.fetch("/cart/add")).toThrow("no fetch here");
    real.mockReturnValueOnce(undefined as never);
    expect(window.fetch("/cart/add")).toBeUndefined();
    real.mockRejectedValueOnce(new TypeError("dead"));
    await expect(window.fetch("/cart/add")).rejects.toThrow("dead");
    await settle();
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
  });

  it("tell the end of an XMLHttpRequest to the cart", () => {
    const { open } = XMLHttpRequest.prototype;
    const stop = wrapRequests(isCart, heard);
    const send = (address: string) => {
      const request = new XMLHttpRequest();
      request.open("POST", address);
      request.dispatchEvent(new Event("loadend"));
      return request;
    };
    expect(send("/cart/add").readyState).toBe(XMLHttpRequest.OPENED);
    send("/search");
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    stop();
    expect(XMLHttpRequest.prototype.open).toBe(open);
    send("/cart/add");
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

/** Another script that wraps the page's fetch. */
function other(name: string, calls: string[]) {
  const theirs = window.fetch;
  window.fetch = async (...asked) => {
    calls.push(name);
    return theirs(...asked);
  };
  return () => {
    window.fetch = theirs;
  };
}

describe("row 80: others that wrap before and after", () => {
  const ask = async (calls: string[]) => {
    calls.length = 0;
    heard.mockClear();
    real.mockClear();
    await fetch("/cart/add");
    await settle();
    return [calls.join(), heard.mock.calls.length, real.mock.calls.length];
  };

  it("are all called once, each as long as it is there, when we leave first", async () => {
    const calls: string[] = [];
    const endBefore = other("before", calls);
    const stop = wrapRequests(isCart, heard);
    const endAfter = other("after", calls);
    expect(await ask(calls)).toEqual(["after,before", 1, 1]);
    stop();
    expect(await ask(calls)).toEqual(["after,before", 0, 1]);
    endAfter();
    expect(await ask(calls)).toEqual(["before", 0, 1]);
    endBefore();
    expect([await ask(calls), window.fetch]).toEqual([["", 0, 1], real]);
  });

  it("may put back what was there before us, and we bring nothing back", async () => {
    const calls: string[] = [];
    const endBefore = other("before", calls);
    const stop = wrapRequests(isCart, heard);
    const endAfter = other("after", calls);
    endBefore();
    expect([await ask(calls), window.fetch]).toEqual([["", 0, 1], real]);
    endAfter();
    expect(await ask(calls)).toEqual(["before", 1, 1]);
    stop();
    expect(await ask(calls)).toEqual(["before", 0, 1]);
  });

  it("two of ours, stopped in the wrong order, end with nothing told and nothing lost", async () => {
    const calls: string[] = [];
    const stops = [wrapRequests(isCart, heard), wrapRequests(isCart, heard)];
    expect(await ask(calls)).toEqual(["", 2, 1]);
    stops.forEach((stop) => stop());
    expect(await ask(calls)).toEqual(["", 0, 1]);
  });
});
