import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { Happening } from "../../../../widget/types/event.ts";
import { sanitise } from "../../../../widget/browser/events/sanitise.ts";
import { toJson } from "../../../../widget/browser/lib/toJson.ts";
import { aHappening } from "../../../support/aDelivery.ts";

afterEach(() => {
  delete (Object.prototype as { foo?: unknown }).foo;
});

const cycle: Record<string, unknown> = {};
cycle.self = cycle;
const trap = Object.defineProperty({}, "product", {
  enumerable: true,
  get() {
    throw new Error("trap");
  },
});

describe("sanitise", () => {
  it("copies the catalogue's fields and nothing else", () => {
    const happening = aHappening({ type: "failed", reason: "sold-out", title: "Clear case", email: "a@b.c" });
    expect(sanitise(happening)).toEqual(aHappening({ type: "failed", reason: "sold-out" }));
  });

  it("copies the lines of an order", () => {
    const line = { product: "case", quantity: 2, price: 1990, offer: "o", priceOfOther: 990 };
    const ordered = { type: "ordered", order: "hash", currency: "EUR", total: 5000, lines: [{ ...line, title: "x" }] };
    expect(sanitise(ordered as unknown as Happening)).toEqual({ ...ordered, lines: [line] });
  });

  const hostile = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true }),
    fc.constantFrom<unknown>(cycle, trap, document.body, "x".repeat(1_000_000), NaN, Infinity, Symbol("s"), () => 1),
  );
  it("row 34: takes whatever a page hands in, cuts it and never throws", () => {
    const field = fc.constantFrom("type", "product", "offer", "price", "quantity", "reason", "order", "total", "lines", "else");
    fc.assert(
      fc.property(fc.dictionary(field, hostile), fc.array(hostile), (fields, lines) => {
        for (const given of [fields, { ...fields, lines }, trap, lines, null]) {
          const text = toJson(sanitise(given as unknown as Happening));
          expect(Object.keys(JSON.parse(text) as object)).not.toContain("else");
          expect(text.length).toBeLessThan(20_000 + lines.length * 4000);
        }
      }),
    );
  });

  it("row 60: reads nothing from a prototype the page has spoilt", () => {
    Reflect.defineProperty(Object.prototype, "foo", {
      configurable: true,
      enumerable: true,
      get() {
        throw new Error("foo");
      },
    });
    const text = toJson(sanitise(aHappening()));
    delete (Object.prototype as { foo?: unknown }).foo;
    expect(text).not.toContain("foo");
    expect(JSON.parse(text)).toEqual(aHappening());
  });

  it("keeps the event of a very long order short", () => {
    const lines = Array.from({ length: 1000 }, (_, index) => ({ product: `p${index}`, quantity: 1 }));
    expect(sanitise({ type: "ordered", order: "h", currency: "EUR", lines })).toMatchObject({ lines: lines.slice(0, 100) });
  });
});
