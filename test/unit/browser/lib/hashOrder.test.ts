import { afterEach, describe, expect, it, vi } from "vitest";
import { hashOrder } from "../../../../widget/browser/lib/hashOrder.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("hashOrder", () => {
  it("is the SHA-256 of shop and order", async () => {
    expect(await hashOrder("demo", "1001")).toBe("e284803b8424eb90ed146b1283f4a5d5ec2ddda88cdfacb4ff2d6c298334dc87");
  });

  it("row 31: tells orders and shops apart on plain http, with the length of an id at least", async () => {
    vi.stubGlobal("crypto", {});
    const hashes = await Promise.all(Array.from({ length: 5000 }, (_, index) => hashOrder(index % 2 ? "a" : "b", String(index >> 1))));
    expect(new Set(hashes).size).toBe(5000);
    expect(hashes.every((hash) => /^[0-9a-f]{24}$/.test(hash))).toBe(true);
    expect(await hashOrder("b", "0")).toBe(hashes[0]);
  });
});
