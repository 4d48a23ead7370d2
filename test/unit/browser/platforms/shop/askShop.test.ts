import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askShop } from "../../../../../widget/browser/platforms/shop/askShop.ts";

const PATIENCE = 12_000;
const unhandled = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  process.on("unhandledRejection", unhandled);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  process.off("unhandledRejection", unhandled);
  unhandled.mockClear();
});

const answering = (fetch: (address: string, init: RequestInit) => unknown) => vi.stubGlobal("fetch", vi.fn(fetch));
const body = (text: string, init?: ResponseInit) => answering(() => Promise.resolve(new Response(text, init)));

test.each([
  ["JSON", '{"a":1}', "application/json", { a: 1 }],
  ["JSON that says it is HTML", '{"a":1}', "text/html; charset=utf-8", { a: 1 }],
  ["a page that says it is JSON", "<!doctype html>", "application/json", undefined],
  ["nothing", "", "text/html", undefined],
])("of %s the body is what it is, whatever its content type says", async (_, text, type, expected) => {
  body(text, { headers: { "Content-Type": type, "X-Nonce": "n1" } });
  const answer = await askShop("/cart");
  expect([answer.status, answer.text, answer.body]).toEqual([200, text, expected]);
  expect([answer.header("x-nonce"), answer.header("x-none")]).toEqual(["n1", undefined]);
});

test.each([400, 403, 422, 429, 500])("row 86: %i is an answer", async (status) => {
  body('{"message":"Sold out"}', { status });
  expect(await askShop("/cart/add")).toMatchObject({ status, body: { message: "Sold out" } });
});

test("is asked as given, with the shopper's cookies", async () => {
  body("{}");
  await askShop("/cart/add", { method: "POST", body: "id=1", headers: { Nonce: "n" } });
  expect(fetch).toHaveBeenCalledExactlyOnceWith("/cart/add", {
    method: "POST",
    body: "id=1",
    headers: { Nonce: "n" },
    credentials: "same-origin",
    signal: expect.any(AbortSignal),
  });
});

/** Calls its handlers and is no promise otherwise, as jQuery's of old. */
const thenable = (answer: unknown) => ({
  // oxlint-disable-next-line unicorn/no-thenable -- what such a page's fetch returns
  then(done: (answer: unknown) => void) {
    setTimeout(() => done(answer), 10);
    return this;
  },
});
const consumed = async () => {
  const answer = new Response("{}");
  await answer.text();
  return answer;
};

test.each<[string, () => unknown]>([
  [
    "throws at once",
    () => {
      throw new Error("no fetch here");
    },
  ],
  ["rejects", () => Promise.reject(new TypeError("dead"))],
  ["returns undefined", () => undefined],
  ["answers with no response", () => Promise.resolve("ok")],
  ["never settles", () => new Promise(() => {})],
  ["never ends its body", () => Promise.resolve({ status: 200, headers: new Headers(), text: () => new Promise(() => {}) })],
  ["hands out a body that was read", consumed],
  ["returns a thenable of nothing", () => thenable(undefined)],
])("row 57: a fetch that %s is a dead network within the patience, and nothing is left unhandled", async (_, fetch) => {
  answering(fetch);
  const failed = vi.fn();
  const asking = askShop("/cart").catch(failed);
  await vi.advanceTimersByTimeAsync(PATIENCE);
  expect(failed).toHaveBeenCalledExactlyOnceWith(expect.any(Error));
  await asking;
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(unhandled).not.toHaveBeenCalled();
});

test("row 57: a jQuery promise of an answer is read like one of the language's own", async () => {
  answering(() => thenable(new Response('{"a":1}')));
  const asking = askShop("/cart");
  await vi.advanceTimersByTimeAsync(10);
  expect((await asking).body).toEqual({ a: 1 });
});

test.each([
  ["before it is asked", 0],
  ["while it is asked", 50],
])("whoever gives up %s has no answer, also from a fetch that pays no heed", async (_, after) => {
  const signals: (AbortSignal | null | undefined)[] = [];
  answering((_address, { signal }) => {
    signals.push(signal);
    return new Promise(() => {});
  });
  const giveUp = new AbortController();
  if (!after) giveUp.abort();
  const failed = vi.fn();
  const asking = askShop("/cart", { signal: giveUp.signal }).catch(failed);
  await vi.advanceTimersByTimeAsync(after);
  giveUp.abort();
  await asking;
  expect([failed.mock.calls.length, signals[0]?.aborted, vi.getTimerCount()]).toEqual([1, true, 0]);
});
