import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Connection } from "../../../../widget/collector/report/connection.ts";
import { followFigures } from "../../../../widget/collector/report/followFigures.ts";

/** A stream whose messages and errors the test makes. */
function aStream() {
  const stream = {
    onmessage: undefined as ((event: { readonly data: string }) => void) | undefined,
    onerror: undefined as (() => void) | undefined,
    close: vi.fn<() => void>(),
  };
  vi.stubGlobal("EventSource", function EventSource() {
    return stream;
  });
  return stream;
}

function follow(answer: () => Promise<Response>) {
  const fetched = vi.fn<() => Promise<Response>>(answer);
  vi.stubGlobal("fetch", fetched);
  const stream = aStream();
  const figures: unknown[] = [];
  const connections: Connection[] = [];
  const stop = followFigures({
    ...{ data: "/data", live: "/live" },
    onFigures: (data) => figures.push(data),
    onConnection: (connection) => connections.push(connection),
  });
  return { fetched, stream, figures, connections, stop };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("shows what is pushed and asks for nothing", async () => {
  const { fetched, stream, figures, connections } = follow(async () => Response.json({}));
  stream.onmessage?.({ data: '{"events":1}' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect([figures, connections, fetched.mock.calls.length]).toEqual([[{ events: 1 }], ["live"], 0]);
});

it("asks now and then where nothing is pushed, until something is", async () => {
  const { fetched, stream, connections } = follow(async () => Response.json({ events: 1 }));
  await vi.advanceTimersByTimeAsync(26_000);
  expect([fetched.mock.calls.length, connections.at(-1)]).toEqual([3, "polling"]);
  stream.onmessage?.({ data: "{}" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect([fetched.mock.calls.length, connections.at(-1)]).toEqual([3, "live"]);
});

it("says that the collector is lost, and finds it again", async () => {
  let isUp = false;
  const { stream, connections } = follow(async () => (isUp ? Response.json({}) : Promise.reject(new TypeError("offline"))));
  stream.onmessage?.({ data: "{}" });
  stream.onerror?.();
  await vi.advanceTimersByTimeAsync(6000);
  isUp = true;
  await vi.advanceTimersByTimeAsync(11_000);
  expect(connections).toEqual(["live", "lost", "lost", "polling"]);
});

it("is quiet once stopped", async () => {
  const { fetched, stream, stop } = follow(async () => Response.json({}));
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([fetched.mock.calls.length, stream.close.mock.calls.length]).toEqual([0, 1]);
});
