import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLive } from "../../../widget/collector/createLive.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("live figures", () => {
  it("are not read while nobody listens", async () => {
    const read = vi.fn<() => Promise<number>>(async () => 1);
    createLive(read).changed();
    await vi.advanceTimersByTimeAsync(5000);
    expect(read).not.toHaveBeenCalled();
  });

  it("come at once, then at most once a second, the last change included", async () => {
    let state = 0;
    const heard: number[] = [];
    const live = createLive(async () => state);
    live.join((rows) => heard.push(rows));
    await vi.advanceTimersByTimeAsync(10);
    for (state = 1; state < 10; state++) {
      live.changed();
      await vi.advanceTimersByTimeAsync(100);
    }
    state = 10;
    live.changed();
    await vi.advanceTimersByTimeAsync(3000);
    expect(heard).toEqual([0, 10]);
  });

  it("are read once for all who listen", async () => {
    const read = vi.fn<() => Promise<number>>(async () => 1);
    const live = createLive(read);
    const [one, two] = [vi.fn<(rows: number) => void>(), vi.fn<(rows: number) => void>()];
    live.join(one);
    live.join(two)();
    await vi.advanceTimersByTimeAsync(10);
    expect([read, one, two].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
  });

  it("go on after a read that failed, and end with stop", async () => {
    const silent = vi.spyOn(console, "error").mockReturnValue();
    const read = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error("busy")).mockResolvedValue(2);
    const live = createLive(read);
    const heard = vi.fn<(rows: number) => void>();
    live.join(heard);
    await vi.advanceTimersByTimeAsync(10);
    live.changed();
    await vi.advanceTimersByTimeAsync(1000);
    expect(heard.mock.calls).toEqual([[2]]);
    live.changed();
    live.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(read).toHaveBeenCalledTimes(2);
    silent.mockRestore();
  });
});
