import { expect, test } from "vitest";
import { fnv1a32, shardOf } from "../../../../widget/browser/model/shardOf.ts";

test.each([
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
  ["hello", 0x4f9f2cab],
])("hashes %j as FNV-1a does", (text, hash) => {
  expect(fnv1a32(text)).toBe(hash);
});

test("hashes the UTF-8 bytes of letters beyond ASCII", () => {
  const byBytes = [0xc3, 0xa9].reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
  expect(fnv1a32("é")).toBe(byBytes);
});

test("spreads keys over all shards", () => {
  const used = new Set(Array.from({ length: 400 }, (_, at) => shardOf(`product-${at}`, 10)));
  expect(used).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
});
