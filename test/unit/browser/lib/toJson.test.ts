import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { toJson } from "../../../../widget/browser/lib/toJson.ts";

const spoilt = Array.prototype as { toJSON?: unknown };

afterEach(() => {
  delete spoilt.toJSON;
});

describe("toJson", () => {
  it("row 55: writes arrays as arrays on a page with prototype.js", () => {
    const value = { events: [{ id: "a", lines: [{ product: "p" }, { product: 'q"' }] }], n: [1, 2.5], empty: [] };
    const sound = JSON.stringify(value);
    spoilt.toJSON = () => "[spoilt]";
    expect(toJson(value)).toBe(sound);
  });

  it("leaves out what is undefined", () => {
    expect(toJson({ a: undefined, b: { c: 1, d: undefined } })).toBe('{"b":{"c":1}}');
  });

  it("writes what JSON.stringify writes", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => toJson(value) === JSON.stringify(value)));
  });
});
