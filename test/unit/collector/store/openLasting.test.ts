import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openLasting } from "../../../../widget/collector/store/openLasting.ts";

const PAUSE = 5000;
const FATAL = new Error("FATAL Error: no space left");

const aStore = () => ({
  insert: vi.fn<(text: string) => Promise<string>>(async (text) => `${text} stored`),
  stop: vi.fn<() => Promise<void>>(async () => {}),
});

type Store = ReturnType<typeof aStore>;

/** A lasting store over these, one after the other; `undefined` cannot be opened. */
async function over(...stores: readonly (Store | undefined)[]) {
  const rest = [...stores];
  const open = vi.fn<() => Promise<Store>>(async () => rest.shift() ?? Promise.reject(new Error("no room")));
  return { open, store: await openLasting(open, (error) => error === FATAL) };
}

describe("a database that gives itself up", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
  afterEach(() => void vi.useRealTimers());

  it("is closed and opened again for the next call, once for all who ask", async () => {
    const [first, second] = [aStore(), aStore()];
    first.insert.mockRejectedValueOnce(FATAL);
    const { open, store } = await over(first, second);
    await expect(store.insert("a")).rejects.toBe(FATAL);
    expect(await Promise.all([store.insert("b"), store.insert("c")])).toEqual(["b stored", "c stored"]);
    expect([open.mock.calls.length, first.stop.mock.calls.length, second.insert.mock.calls]).toEqual([2, 1, [["b"], ["c"]]]);
  });

  it("is tried again only after a while when it cannot be opened", async () => {
    const first = aStore();
    first.insert.mockRejectedValueOnce(FATAL);
    const { open, store } = await over(first, undefined, aStore());
    await expect(store.insert("a")).rejects.toBe(FATAL);
    await expect(store.insert("b")).rejects.toThrow("no room");
    await expect(store.insert("c")).rejects.toThrow("about to be opened");
    expect(open).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(PAUSE);
    expect(await store.insert("d")).toBe("d stored");
    expect(first.stop).toHaveBeenCalledOnce();
  });

  it("is not given up again by a call that fails late", async () => {
    const [first, second] = [aStore(), aStore()];
    let failLate = (_: Error) => {};
    first.insert.mockRejectedValueOnce(FATAL).mockReturnValueOnce(new Promise((_, reject) => (failLate = reject)));
    const { open, store } = await over(first, second);
    const [early, late] = [store.insert("a"), store.insert("b")];
    await expect(early).rejects.toBe(FATAL);
    await store.insert("c");
    failLate(FATAL);
    await expect(late).rejects.toBe(FATAL);
    await store.insert("d");
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("keeps what fails for another reason, and stops what is open", async () => {
    const first = aStore();
    first.insert.mockRejectedValueOnce(new Error("not a number"));
    const { open, store } = await over(first);
    await expect(store.insert("a")).rejects.toThrow("not a number");
    expect(await store.insert("b")).toBe("b stored");
    await store.stop();
    expect([open.mock.calls.length, first.stop.mock.calls.length]).toEqual([1, 1]);
  });

  it("is closed for good also when it was given up", async () => {
    const first = aStore();
    first.insert.mockRejectedValueOnce(FATAL);
    const { store } = await over(first);
    await expect(store.insert("a")).rejects.toBe(FATAL);
    await store.stop();
    expect(first.stop).toHaveBeenCalledOnce();
  });
});
