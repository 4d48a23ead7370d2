import { afterEach, expect, it, vi } from "vitest";
import { postJson } from "../../../../widget/browser/sources/postJson.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const never = () => new AbortController().signal;

it("posts JSON and reads the answer's", async () => {
  const fetch = vi.fn(() => Promise.resolve(new Response('{"a":1}')));
  vi.stubGlobal("fetch", fetch);
  expect(await postJson("/x", { body: '{"b":2}', signal: never(), timeout: 800 })).toEqual({ a: 1 });
  expect(fetch).toHaveBeenCalledWith("/x", expect.objectContaining({ method: "POST", body: '{"b":2}' }));
});

it("gives up after its time, and when its caller does", async () => {
  vi.useFakeTimers();
  const hang = (_: string, { signal }: { signal: AbortSignal }) =>
    new Promise((_, reject) => {
      if (signal.aborted) reject(new Error("aborted"));
      signal.addEventListener("abort", () => reject(new Error("aborted")));
    });
  vi.stubGlobal("fetch", hang);
  const slow = expect(postJson("/x", { body: "", signal: never(), timeout: 800 })).rejects.toThrow("aborted");
  await vi.advanceTimersByTimeAsync(800);
  await slow;
  const caller = new AbortController();
  const ended = expect(postJson("/x", { body: "", signal: caller.signal, timeout: 800 })).rejects.toThrow("aborted");
  caller.abort();
  await ended;
  await expect(postJson("/x", { body: "", signal: caller.signal, timeout: 800 })).rejects.toThrow("aborted");
});
