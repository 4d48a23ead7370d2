import { describe, expect, it } from "vitest";
import { lineOf, type Row, rowsOf } from "../../../../widget/browser/flow/rows.ts";
import { anOffer } from "../../../support/builders.ts";

const offer = (id: string) => anOffer({ id });
const ready = (id: string): Row => ({ offer: offer(id), state: "ready" });

describe("lineOf", () => {
  it("is the line an offer is for, and after a swap the new one", () => {
    expect(lineOf(ready("a"))).toBe("l1");
    expect(lineOf({ ...ready("a"), line: "l7" })).toBe("l7");
    expect(lineOf({ offer: anOffer({ for: { product: "phone" } }), state: "ready" })).toBeUndefined();
  });
});

describe("rowsOf", () => {
  const lists = new Map([["cart.up-sell", [ready("a"), { ...ready("b"), line: "l7" }]]]);
  const slot = { key: "x", placement: "cart", kind: "up-sell", layout: "swap" } as const;

  it("is the whole list of a slot, and at a line only the line's own", () => {
    expect(rowsOf(slot, lists)).toHaveLength(2);
    expect(rowsOf({ ...slot, line: "l7" }, lists).map((row) => row.offer.id)).toEqual(["b"]);
    expect(rowsOf({ ...slot, kind: "cross-sell" }, lists)).toEqual([]);
  });
});
