import { expect, test } from "vitest";
import type { Line } from "../../../../widget/types/cart.ts";
import { createWriter } from "../../../../widget/browser/cart/createWriter.ts";
import { snapshot } from "../../../../widget/browser/cart/snapshot.ts";
import { aLine } from "../../../support/builders.ts";
import { fakePlatform, type FakeOptions } from "../../../support/fakePlatform.ts";

const old = aLine({ variant: "64", quantity: 2 });
const item = { product: "phone-max", quantity: 2 };
const BY_LEGS: FakeOptions = { without: ["swap"] };

function shopWith(options: FakeOptions = {}) {
  const platform = fakePlatform({ lines: [old], ...options });
  const { shop } = platform;
  const read = async () => {
    try {
      return snapshot(await platform.readCart(new AbortController().signal));
    } catch {
      return undefined;
    }
  };
  const held = () => shop.lines.map(({ product, variant, quantity }) => [product, variant, quantity].filter(Boolean).join(" "));
  const writes = () => shop.calls.map(([name]) => name);
  const keyOf = (product: string) => shop.lines.find((line) => line.product === product)?.key;
  return { shop, held, writes, keyOf, writer: createWriter({ platform, read }) };
}

test.each([
  ["by the shop's own swap", {}, ["swap"]],
  ["by adding and removing", BY_LEGS, ["add", "remove"]],
  ["by adding and removing, though keys change with every write", { ...BY_LEGS, newKeys: true }, ["add", "remove"]],
] as const)("puts the other in the line's place %s", async (_, options, expected) => {
  const { writer, held, writes, keyOf } = shopWith(options);
  const written = await writer.swap(old, item);
  expect(written).toMatchObject({ ok: true, line: { product: "phone-max", quantity: 2, key: keyOf("phone-max") }, cart: { lines: [{}] } });
  expect([held(), writes()]).toEqual([["phone-max 2"], expected]);
});

test.each([{}, BY_LEGS])("another variant of the same product is a swap %#", async (options) => {
  const { writer, held } = shopWith(options);
  const written = await writer.swap(old, { product: "phone", variant: "128", quantity: 2 });
  expect(written).toMatchObject({ ok: true, line: { variant: "128" } });
  expect(held()).toEqual(["phone 128 2"]);
});

test("the quantity is the one the line has by now", async () => {
  const { writer, held } = shopWith({ ...BY_LEGS, lines: [{ ...old, quantity: 5 }] });
  expect((await writer.swap(old, item)).ok).toBe(true);
  expect(held()).toEqual(["phone-max 5"]);
});

test("row 96: a line that is gone is refused without a write", async () => {
  const { writer, writes } = shopWith({ lines: [] });
  expect(await writer.swap(old, item)).toMatchObject({ ok: false, reason: "refused" });
  expect(writes()).toEqual([]);
});

test("a shop that can neither swap nor remove says so without a request", async () => {
  const { writer, shop } = shopWith({ without: ["swap", "remove"] });
  expect(await writer.swap(old, item)).toEqual({ ok: false, reason: "unsupported" });
  expect(shop.reads()).toBe(0);
});

test.each([
  ["refuse", "sold-out"],
  ["throw", "network"],
  ["lie", "refused"],
] as const)("when the shop's swap does '%s' the old line stays", async (fault, reason) => {
  const { writer, shop, held } = shopWith();
  shop.fault("swap", fault);
  expect(await writer.swap(old, item)).toMatchObject({ ok: false, reason });
  expect(held()).toEqual(["phone 64 2"]);
});

test("row 87: a swap that came about is one, though the shop refused it", async () => {
  const { writer, shop } = shopWith();
  shop.fault("swap", "although");
  expect(await writer.swap(old, item)).toMatchObject({ ok: true, line: { product: "phone-max" } });
});

test("a shop's swap that only adds is taken back", async () => {
  const { writer, held } = shopWith({
    meanwhile: (call, shop) => {
      if (call === "swap") shop.lines = [old, ...shop.lines];
    },
  });
  expect(await writer.swap(old, item)).toMatchObject({ ok: false, reason: "refused", left: false });
  expect(held()).toEqual(["phone 64 2"]);
});

test("a shop's swap that only removes is made good", async () => {
  const { writer, held } = shopWith({
    meanwhile: (call, shop) => {
      if (call === "swap") shop.lines = [];
    },
  });
  expect(await writer.swap(old, item)).toMatchObject({ ok: false, cart: { lines: [{ product: "phone", variant: "64" }] } });
  expect(held()).toEqual(["phone 64 2"]);
});

test.each(["refuse", "throw", "lie"] as const)("when the adding leg does '%s' nothing is removed", async (fault) => {
  const { writer, shop, held, writes } = shopWith(BY_LEGS);
  shop.fault("add", fault);
  expect((await writer.swap(old, item)).ok).toBe(false);
  expect([held(), writes()]).toEqual([["phone 64 2"], ["add"]]);
});

test.each([
  ["refuse", "sold-out", false],
  ["throw", "network", false],
  ["lie", "refused", false],
  ["lie", "refused", true],
] as const)("when the removing leg does '%s' the new line is taken back", async (fault, reason, newKeys) => {
  const { writer, shop, held, writes } = shopWith({ ...BY_LEGS, newKeys });
  shop.fault("remove", fault);
  expect(await writer.swap(old, item)).toMatchObject({ ok: false, reason, left: false, cart: { lines: [{ product: "phone" }] } });
  expect([held(), writes()]).toEqual([["phone 64 2"], ["add", "remove", "remove"]]);
});

test("when taking back fails too, both are said to be in the cart", async () => {
  const { writer, shop, held } = shopWith(BY_LEGS);
  shop.fault("remove", "refuse", "throw");
  expect(await writer.swap(old, item)).toMatchObject({ ok: false, reason: "sold-out", left: true, cart: { lines: [{}, {}] } });
  expect(held()).toEqual(["phone 64 2", "phone-max 2"]);
});

test("taking back leaves what there was of the new one before", async () => {
  const { writer, shop, held, writes } = shopWith({ ...BY_LEGS, lines: [aLine({ key: "m", product: "phone-max", quantity: 3 }), old] });
  shop.fault("remove", "refuse");
  expect(await writer.swap(old, item)).toMatchObject({ ok: false, left: false });
  expect([held(), writes()]).toEqual([
    ["phone-max 3", "phone 64 2"],
    ["add", "remove", "setQuantity"],
  ]);
});

test("what cannot be set back without changing more is left", async () => {
  const lines = [aLine({ key: "m", product: "phone-max", quantity: 3 }), old];
  const { writer, shop, held } = shopWith({ without: ["swap", "setQuantity"], lines });
  shop.fault("remove", "refuse");
  expect(await writer.swap(old, item)).toMatchObject({ ok: false, left: true });
  expect(held()).toEqual(["phone-max 5", "phone 64 2"]);
});

test("without a cart to go by after the removing leg nothing more is touched", async () => {
  const { writer, writes } = shopWith({
    ...BY_LEGS,
    meanwhile: (call, shop) => call === "remove" && shop.fault("readCart", "throw", "throw"),
  });
  expect(await writer.swap(old, item)).toEqual({ ok: false, reason: "network" });
  expect(writes()).toEqual(["add", "remove"]);
});

test("a new line that the shop loses while the old one goes is not told as swapped, and the old one comes back", async () => {
  const { writer, held } = shopWith({
    ...BY_LEGS,
    meanwhile: (call, shop) => {
      if (call === "remove") shop.lines = [];
    },
  });
  expect((await writer.swap(old, item)).ok).toBe(false);
  expect(held()).toEqual(["phone 64 2"]);
});

test("positional keys do not make the wrong line go", async () => {
  const cable = aLine({ key: "2", product: "cable" });
  const { writer, shop, held } = shopWith({
    ...BY_LEGS,
    lines: [{ ...old, key: "1" }, cable],
    meanwhile: (call, shop) => {
      if (call === "add")
        shop.lines = [...shop.lines.slice(-1), ...shop.lines.slice(0, -1)].map((line, at) => ({ ...line, key: `${at + 1}` }));
    },
  });
  expect((await writer.swap({ ...old, key: "1" }, item)).ok).toBe(true);
  expect(shop.calls[1]).toEqual(["remove", "2"]);
  expect(held()).toEqual(["phone-max 2", "cable 1"]);
});

test("a shop that takes the old line out itself is asked for nothing more", async () => {
  const { writer, held, writes } = shopWith({
    ...BY_LEGS,
    meanwhile: (call, shop) => {
      if (call === "add") shop.lines = shop.lines.slice(-1);
    },
  });
  expect(await writer.swap(old, item)).toMatchObject({ ok: true, line: { product: "phone-max" } });
  expect([held(), writes()]).toEqual([["phone-max 2"], ["add"]]);
});

test("a shop that tells no variants and puts both into one line is set back", async () => {
  const untold = aLine({ quantity: 2 });
  const { writer, held, writes } = shopWith({
    ...BY_LEGS,
    lines: [untold],
    meanwhile: (call, shop) => {
      if (call === "add") shop.lines = [{ ...untold, quantity: 4 }];
    },
  });
  expect(await writer.swap(untold, { product: "phone", variant: "128", quantity: 2 })).toMatchObject({ ok: false, left: false });
  expect([held(), writes()]).toEqual([["phone 2"], ["add", "setQuantity"]]);
});

const warranty: Line = { key: "w", product: "warranty", quantity: 2, boundTo: "l1" };
const bindings = (lines: readonly Line[]) =>
  lines.filter(({ boundTo }) => boundTo).map((line) => [line.product, lines.find(({ key }) => key === line.boundTo)?.product]);

test.each([
  ["shop's swap", {}],
  ["two legs", BY_LEGS],
  ["two legs with other keys at every write", { ...BY_LEGS, newKeys: true }],
  ["two legs in a shop that takes services along with their line", { ...BY_LEGS, takesServices: true }],
] as const)("what is bound to the line moves along: %s", async (_, options) => {
  const { writer, shop, held } = shopWith({ ...options, lines: [old, warranty] });
  const written = await writer.swap(old, item);
  expect(written).toMatchObject({ ok: true, line: { product: "phone-max" }, cart: { lines: shop.lines } });
  expect(held().sort()).toEqual(["phone-max 2", "warranty 2"]);
  expect(bindings(shop.lines)).toEqual([["warranty", "phone-max"]]);
});

test("several services move along though every write changes all keys", async () => {
  const insurance = { ...warranty, key: "i", product: "insurance" };
  const { writer, shop, keyOf } = shopWith({ ...BY_LEGS, newKeys: true, lines: [old, warranty, insurance] });
  const written = await writer.swap(old, item);
  expect(written).toMatchObject({ ok: true, line: { key: keyOf("phone-max") }, cart: { lines: shop.lines } });
  expect(bindings(shop.lines)).toEqual([
    ["warranty", "phone-max"],
    ["insurance", "phone-max"],
  ]);
});

test("a service the shop moved itself is not moved again", async () => {
  const { writer, shop, writes } = shopWith({
    lines: [old, warranty],
    meanwhile: (call, shop) => {
      const key = shop.lines.at(-1)?.key ?? "";
      if (call === "swap") shop.lines = shop.lines.map((line) => (line.boundTo ? { ...line, boundTo: key } : line));
    },
  });
  expect((await writer.swap(old, item)).ok).toBe(true);
  expect(writes()).toEqual(["swap"]);
  expect(bindings(shop.lines)).toEqual([["warranty", "phone-max"]]);
});

test("the same service of another line is not touched", async () => {
  const watch = aLine({ key: "o", product: "watch" });
  const { writer, shop } = shopWith({ takesServices: true, lines: [watch, { ...warranty, key: "v", boundTo: "o" }, old, warranty] });
  expect((await writer.swap(old, item)).ok).toBe(true);
  expect(bindings(shop.lines)).toEqual([
    ["warranty", "watch"],
    ["warranty", "phone-max"],
  ]);
});

test("a service that cannot move stays, and the swap stands", async () => {
  const { writer, shop, held } = shopWith({ lines: [old, warranty] });
  shop.fault("add", "refuse");
  expect((await writer.swap(old, item)).ok).toBe(true);
  expect(held()).toEqual(["warranty 2", "phone-max 2"]);
});
