import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Cart } from "../../../../widget/types/cart.ts";
import { watchCart } from "../../../../widget/browser/cart/watchCart.ts";
import { aLine } from "../../../support/builders.ts";
import { fakePlatform, type FakeOptions } from "../../../support/fakePlatform.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const BURST = 50;
const settle = () => vi.advanceTimersByTimeAsync(BURST);

function watched(options: FakeOptions = {}) {
  const platform = fakePlatform({ lines: [aLine()], ...options });
  const heard = vi.fn<(cart: Cart) => void>();
  return { platform, shop: platform.shop, heard, watch: watchCart({ platform, heard }) };
}

test("reads nothing until something is heard", async () => {
  const { shop } = watched();
  await settle();
  expect(shop.reads()).toBe(0);
});

test("tells the cart once for many signs", async () => {
  const { shop, heard } = watched();
  for (let i = 0; i < 20; i++) shop.change();
  await settle();
  expect(shop.reads()).toBe(1);
  expect(heard.mock.calls).toEqual([[expect.objectContaining({ lines: [aLine()] })]]);
});

test("the same cart again is not told", async () => {
  const { shop, heard } = watched();
  shop.change();
  await settle();
  shop.change();
  await settle();
  expect(shop.reads()).toBe(2);
  expect(heard).toHaveBeenCalledTimes(1);
});

test("what was heard during a reading leads to one more", async () => {
  let cries = 3;
  const { shop, watch } = watched({ meanwhile: (_, shop) => cries-- > 0 && [1, 2, 3].forEach(() => shop.change()) });
  watch.refresh();
  await vi.advanceTimersByTimeAsync(10 * BURST);
  expect(shop.reads()).toBe(4);
});

test("never has two readings of its own under way", async () => {
  const { shop } = watched();
  shop.fault("readCart", "hang");
  shop.change();
  await settle();
  shop.change();
  await vi.advanceTimersByTimeAsync(5000);
  expect(shop.reads()).toBe(1);
});

test("an answer older than a forced reading is dropped", async () => {
  const answers: ((cart: Cart) => void)[] = [];
  const signals: AbortSignal[] = [];
  const heard = vi.fn<(cart: Cart) => void>();
  const platform = {
    ...fakePlatform(),
    readCart: (signal: AbortSignal) => new Promise<Cart>((resolve) => void (signals.push(signal), answers.push(resolve))),
  };
  const watch = watchCart({ platform, heard });
  const old = watch.read();
  const fresh = watch.read();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  answers[1]?.({ currency: "EUR", lines: [aLine({ quantity: 2 })] });
  answers[0]?.({ currency: "EUR", lines: [aLine({ quantity: 1 })] });
  expect([(await old)?.lines[0]?.quantity, (await fresh)?.lines[0]?.quantity]).toEqual([2, 2]);
  expect(heard).toHaveBeenCalledTimes(1);
});

test("a forced reading tells what changed", async () => {
  const { watch, heard, shop } = watched();
  await watch.read();
  shop.lines = [];
  expect(await watch.read()).toEqual({ currency: "EUR", lines: [] });
  expect(heard.mock.calls.map(([cart]) => cart.lines.length)).toEqual([1, 0]);
});

test("a cart that cannot be read is no news", async () => {
  const { watch, heard, shop } = watched();
  shop.fault("readCart", "throw");
  expect(await watch.read()).toBeUndefined();
  expect(heard).not.toHaveBeenCalled();
  shop.change();
  await settle();
  expect(heard).toHaveBeenCalledTimes(1);
});

test("a reading that never ends is given up, and the next sign is heard", async () => {
  const { watch, heard, shop } = watched();
  shop.fault("readCart", "hang");
  const read = watch.read();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await read).toBeUndefined();
  shop.change();
  await settle();
  expect(heard).toHaveBeenCalledTimes(1);
});

test("a request that is given up is aborted", async () => {
  const signals: AbortSignal[] = [];
  const platform = { ...fakePlatform(), readCart: (signal: AbortSignal) => (signals.push(signal), new Promise<Cart>(() => {})) };
  const read = watchCart({ platform, heard: () => {} }).read();
  await vi.advanceTimersByTimeAsync(15_000);
  expect([await read, signals[0]?.aborted]).toEqual([undefined, true]);
});

test("a cart without a currency has the page's", async () => {
  const { watch } = watched({ currency: "?", page: { locale: "pl", currency: "PLN" } });
  expect((await watch.read())?.currency).toBe("PLN");
});

test("a configured currency stands in before the page's", async () => {
  const platform = fakePlatform({ currency: "", page: { locale: "pl", currency: "PLN" } });
  const watch = watchCart({ platform, heard: () => {}, currency: "CZK" });
  expect((await watch.read())?.currency).toBe("CZK");
});

test("row 88: a line the shop loses after our reading is told as lost", async () => {
  const { watch, heard, shop } = watched({ lines: [aLine(), aLine({ key: "l2", product: "case" })] });
  await watch.read();
  shop.lines = [aLine({ quantity: 2 })];
  shop.change();
  await settle();
  expect(heard.mock.lastCall?.[0].lines.map(({ product, quantity }) => [product, quantity])).toEqual([["phone", 2]]);
});

test("a shop that cannot be watched can still be read", async () => {
  const platform = {
    ...fakePlatform({ lines: [aLine()] }),
    watch: () => {
      throw new Error("hostile");
    },
  };
  expect((await watchCart({ platform, heard: () => {} }).read())?.lines).toHaveLength(1);
});

test("stop ends listening, waiting and telling, twice over", async () => {
  const { watch, heard, shop } = watched();
  const read = watch.read();
  shop.change();
  watch.stop();
  watch.stop();
  await vi.advanceTimersByTimeAsync(10 * BURST);
  watch.refresh();
  await vi.advanceTimersByTimeAsync(10 * BURST);
  expect([await read, await watch.read()]).toEqual([undefined, undefined]);
  expect([shop.watchers(), shop.reads(), vi.getTimerCount()]).toEqual([0, 1, 0]);
  expect(heard).not.toHaveBeenCalled();
});
