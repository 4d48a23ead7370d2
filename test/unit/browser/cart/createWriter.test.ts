import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createWriter } from "../../../../widget/browser/cart/createWriter.ts";
import { snapshot } from "../../../../widget/browser/cart/snapshot.ts";
import { aLine } from "../../../support/builders.ts";
import { fakePlatform, type FakeOptions } from "../../../support/fakePlatform.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const phone = aLine();
const item = { product: "case", quantity: 1 };

function shopWith(options: FakeOptions = {}) {
  const platform = fakePlatform({ lines: [phone], ...options });
  const read = async () => {
    try {
      return snapshot(await platform.readCart(AbortSignal.any([])));
    } catch {
      return undefined;
    }
  };
  const { shop } = platform;
  const held = () => shop.lines.map(({ product, quantity }) => `${product} ${quantity}`);
  const writes = () => shop.calls.map(([name]) => name);
  return { shop, held, writes, writer: createWriter({ platform, read }) };
}

test("an added line is told as it stands in the re-read cart", async () => {
  const { writer, shop } = shopWith();
  const written = await writer.add({ ...item, variant: "clear" });
  expect(written).toMatchObject({
    ok: true,
    line: { product: "case", variant: "clear", key: shop.lines[1]?.key },
    cart: { lines: [phone, {}] },
  });
});

test("the shop is asked for product and quantity, never for a price", async () => {
  const { writer, shop } = shopWith();
  await writer.add({ ...item, variant: "clear", options: { Colour: "Clear" } });
  expect(shop.calls).toEqual([["add", { product: "case", quantity: 1, variant: "clear", options: { Colour: "Clear" } }]]);
});

test("row 85: ten presses while one is under way are one write", async () => {
  const { writer, writes, held } = shopWith();
  const presses = Array.from({ length: 10 }, () => writer.add({ ...item }));
  expect(new Set(presses).size).toBe(1);
  expect((await presses[9])?.ok).toBe(true);
  expect([writes(), held()]).toEqual([["add"], ["phone 1", "case 1"]]);
  await writer.add(item);
  expect(held()).toEqual(["phone 1", "case 2"]);
});

test("other requests wait for their turn", async () => {
  const { writer, shop, held } = shopWith();
  shop.fault("add", "hang");
  const first = writer.add(item);
  const second = writer.add({ ...item, product: "cable" });
  await vi.advanceTimersByTimeAsync(14_000);
  expect(shop.calls).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await first).toMatchObject({ ok: false, reason: "network" });
  expect((await second).ok).toBe(true);
  expect(held()).toEqual(["phone 1", "cable 1"]);
});

test("a press repeated while others wait lets nobody jump the queue", async () => {
  const { writer, shop } = shopWith();
  shop.fault("add", "hang", "hang");
  const presses = [item, { ...item, product: "cable" }, item, { ...item, product: "glass" }].map((one) => writer.add(one));
  await vi.advanceTimersByTimeAsync(16_000);
  expect(shop.calls.map(([, asked]) => (asked as typeof item).product)).toEqual(["case", "cable"]);
  await vi.advanceTimersByTimeAsync(15_000);
  expect((await presses[3])?.ok).toBe(true);
});

test.each([
  ["refuse", { ok: false, reason: "sold-out", message: "Sorry, sold out" }],
  ["throw", { ok: false, reason: "network" }],
  ["lie", { ok: false, reason: "refused" }],
] as const)("row 86: a shop that does '%s' has not added", async (fault, expected) => {
  const { writer, shop, held } = shopWith();
  shop.fault("add", fault);
  expect(await writer.add(item)).toMatchObject({ ...expected, cart: { lines: [phone] } });
  expect(held()).toEqual(["phone 1"]);
});

test("row 86: a shop that never answers is given up after 15 seconds", async () => {
  const { writer, shop } = shopWith();
  shop.fault("add", "hang");
  const written = writer.add(item);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await written).toMatchObject({ ok: false, reason: "network" });
});

test.each(["although", "late"] as const)("row 87: a line that came in is added, though the shop did '%s'", async (fault) => {
  const { writer, shop } = shopWith();
  shop.fault("add", fault);
  expect(await writer.add(item)).toMatchObject({ ok: true, line: { product: "case" } });
});

test("row 88: a change of the shopper's that overwrites ours is told as not added", async () => {
  const overwrite: FakeOptions["meanwhile"] = (call, shop) => {
    if (call === "add") shop.lines = [{ ...phone, quantity: 2 }];
  };
  const { writer, held } = shopWith({ meanwhile: overwrite });
  expect(await writer.add(item)).toMatchObject({ ok: false, reason: "refused", cart: { lines: [{ quantity: 2 }] } });
  expect(held()).toEqual(["phone 2"]);
});

test("row 88: a change of the shopper's beside ours stays", async () => {
  const beside: FakeOptions["meanwhile"] = (call, shop) => {
    if (call === "add") shop.lines = shop.lines.map((line) => (line.product === "phone" ? { ...line, quantity: 2 } : line));
  };
  const { writer, held } = shopWith({ meanwhile: beside });
  expect(await writer.add(item)).toMatchObject({ ok: true, line: { product: "case" } });
  expect(held()).toEqual(["phone 2", "case 1"]);
});

test.each([-1, 0, 1.5, Number.NaN, Infinity, 1e9, "1;DROP" as unknown as number])(
  "row 92: a quantity of %s is refused without a request",
  async (quantity) => {
    const { writer, shop } = shopWith();
    const refused = { ok: false, reason: "refused" };
    expect([await writer.add({ ...item, quantity }), await writer.swap(phone, { ...item, quantity })]).toEqual([refused, refused]);
    expect([shop.reads(), shop.calls]).toEqual([0, []]);
  },
);

test("row 96: one more of what is there already is added", async () => {
  const { writer } = shopWith();
  expect(await writer.add({ product: "phone", quantity: 1 })).toMatchObject({ ok: true, line: { key: "l1", quantity: 2 } });
});

test("nothing is written into a cart that cannot be read", async () => {
  const { writer, shop } = shopWith();
  shop.fault("readCart", "throw");
  expect(await writer.add(item)).toEqual({ ok: false, reason: "network" });
  expect(shop.calls).toEqual([]);
});

test("a reading that fails after the write is tried again", async () => {
  const { writer, shop } = shopWith({ meanwhile: (call, shop) => call === "add" && shop.fault("readCart", "throw") });
  expect((await writer.add(item)).ok).toBe(true);
  expect(shop.reads()).toBe(3);
});

test("an unknown outcome is told as a dead network", async () => {
  const { writer } = shopWith({ meanwhile: (call, shop) => call === "add" && shop.fault("readCart", "throw", "throw") });
  expect(await writer.add(item)).toEqual({ ok: false, reason: "network" });
});

test("the line is found though every write changes all keys", async () => {
  const { writer, shop } = shopWith({ newKeys: true });
  expect(await writer.add(item)).toMatchObject({ ok: true, line: { key: shop.lines[1]?.key } });
});

test("of two lines that came in, the one bound as asked for is meant", async () => {
  const other = aLine({ key: "x", product: "warranty", boundTo: "l2" });
  const { writer } = shopWith({
    meanwhile: (call, shop) => {
      if (call === "add") shop.lines = [...shop.lines, other];
    },
  });
  expect(await writer.add({ product: "warranty", quantity: 1, boundTo: "l1" })).toMatchObject({ ok: true, line: { boundTo: "l1" } });
});

test("a removed line is told as it stood", async () => {
  const { writer, held } = shopWith();
  expect(await writer.remove("l1")).toMatchObject({ ok: true, line: phone, cart: { lines: [] } });
  expect(held()).toEqual([]);
});

test.each([
  ["lie", "refused"],
  ["throw", "network"],
  ["refuse", "sold-out"],
] as const)("a line that stays is not removed, though the shop did '%s'", async (fault, reason) => {
  const { writer, shop } = shopWith();
  shop.fault("remove", fault);
  expect(await writer.remove("l1")).toMatchObject({ ok: false, reason });
});

test("row 96: a line that is gone already is refused without a write", async () => {
  const { writer, writes } = shopWith();
  expect(await writer.remove("l9")).toMatchObject({ ok: false, reason: "refused" });
  expect(writes()).toEqual([]);
});

test("a shop that cannot remove says so", async () => {
  const { writer } = shopWith({ without: ["remove"] });
  expect(await writer.remove("l1")).toMatchObject({ ok: false, reason: "unsupported" });
});

test("writes hold the lock that other tabs ask for", async () => {
  const names: string[] = [];
  const request = (name: string, _: unknown, run: () => Promise<unknown>) => (names.push(name), run());
  vi.stubGlobal("navigator", { locks: { request } });
  const { writer, writes } = shopWith();
  await writer.add(item);
  expect([names, writes()]).toEqual([["goeswith.cart"], ["add"]]);
});
